using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FineTune.Core.Findings;
using FineTune.Core.Identity;

namespace FineTune.Core.Lockfile;

/// <summary>Turns JSON into the records of a lock: the reverse of <see cref="LockText"/>.</summary>
internal sealed class LockShape(byte[] bytes, LockFaults faults)
{
    public FineTuneLock? ReadLock(LockNode root)
    {
        var json = new LockObject(root, faults);
        var form = json.NeedInt32("version");
        if (faults.Count == 0 && form > FineTuneLock.CurrentForm)
        {
            var node = json.Find("version")!;
            faults.Add(LockRules.TooNew, node.Start, node.End,
                $"this lock has form {form}; this build knows {FineTuneLock.CurrentForm}: use a newer FineTune.Build and finetune");
            return null;
        }
        if (faults.Count == 0 && form < 1)
        {
            faults.Add(json.Find("version")!, $"\"version\" is {form}; it must be {FineTuneLock.CurrentForm}");
        }

        var result = new FineTuneLock
        {
            Form = form,
            Project = json.NeedProject("project"),
            MergedProjects = [.. json.FindList("merged_projects").Select(ReadProject)],
            Models = new SortedDictionary<string, LockedModel>(
                json.FindMap("models").ToDictionary(member => member.Name, member => ReadModel(member.Value), StringComparer.Ordinal),
                StringComparer.Ordinal),
        };
        json.RefuseOthers();
        return result;
    }

    private LockedModel ReadModel(LockNode node)
    {
        var json = new LockObject(node, faults);
        var model = new LockedModel
        {
            Current = json.FindInt32("current"),
            Pinned = json.Find("pinned") is { } pinned ? ReadPin(pinned) : null,
            Versions = [.. json.FindList("versions").Select(ReadVersion)],
            Attempts = [.. json.FindList("attempts").Select(ReadAttempt)],
        };
        json.RefuseOthers();
        return model;
    }

    private Pin ReadPin(LockNode node)
    {
        var json = new LockObject(node, faults);
        var pin = new Pin(json.NeedInt32("version"), json.NeedString("reason"));
        json.RefuseOthers();
        return pin;
    }

    private LockedVersion ReadVersion(LockNode node)
    {
        var json = new LockObject(node, faults);
        var version = new LockedVersion
        {
            Number = json.NeedInt32("number"),
            Model = json.NeedId("model"),
            Deployment = json.FindId("deployment"),
            Checkpoints = [.. json.FindList("checkpoints").Select(ReadCheckpoint)],
            TrainedTokens = json.FindCount("trained_tokens"),
            CostUsd = json.FindMoney("cost_usd"),
            FinishedAt = json.FindTime("finished_at"),
            Provider = ReadProvider(json),
            BaseModel = json.NeedString("base_model"),
            TrainedBaseModel = json.FindString("trained_base_model"),
            Method = json.NeedString("method"),
            Settings = ReadSettings(json),
            Digest = json.NeedHash("digest"),
            DataDigest = json.NeedHash("data_digest"),
            Training = ReadTraining(json),
            Validation = json.Find("validation") is { } validation ? ReadFile(validation) : null,
            JobId = json.FindId("job_id"),
            CreatedAt = json.FindTime("created_at"),
            Commit = json.FindCommit("commit"),
        };
        json.RefuseOthers();
        return version;
    }

    private Attempt ReadAttempt(LockNode node)
    {
        var json = new LockObject(node, faults);
        var attempt = new Attempt
        {
            State = ReadState(json),
            ErrorCode = json.FindString("error_code"),
            ErrorMessage = json.FindString("error_message"),
            Provider = ReadProvider(json),
            BaseModel = json.NeedString("base_model"),
            TrainedBaseModel = json.FindString("trained_base_model"),
            Method = json.NeedString("method"),
            Settings = ReadSettings(json),
            Digest = json.NeedHash("digest"),
            DataDigest = json.NeedHash("data_digest"),
            Training = ReadTraining(json),
            Validation = json.Find("validation") is { } validation ? ReadFile(validation) : null,
            JobId = json.FindId("job_id"),
            CreatedAt = json.FindTime("created_at"),
            Commit = json.FindCommit("commit"),
        };
        json.RefuseOthers();
        return attempt;
    }

    private AttemptState ReadState(LockObject json)
    {
        var text = json.NeedString("state");
        foreach (var state in Enum.GetValues<AttemptState>())
        {
            if (LockText.NameOf(state) == text)
            {
                return state;
            }
        }
        if (json.Find("state") is { Kind: JsonTokenType.String } node)
        {
            faults.Add(node, $"\"state\" is {SafeText.Quote(text)}; it must be {string.Join(", ", Enum.GetValues<AttemptState>().Select(LockText.NameOf))}");
        }
        return AttemptState.Failed;
    }

    private LockedProvider ReadProvider(LockObject parent)
    {
        if (parent.Need("provider") is not { } node)
        {
            return new LockedProvider("", "", null);
        }
        var json = new LockObject(node, faults);
        var provider = new LockedProvider(json.NeedString("name"), json.NeedString("kind"), json.FindAddress("endpoint")) { Emulated = json.FindTrue("emulated") };
        json.RefuseOthers();
        return provider;
    }

    private TrainingSettings? ReadSettings(LockObject parent)
    {
        if (parent.Find("settings") is not { } node)
        {
            return null;
        }
        if (node.Kind != JsonTokenType.StartObject)
        {
            faults.Add(node, $"\"settings\" is {node.Description}; it must be an object");
            return null;
        }
        return TrainingSettings.Of(JsonNode.Parse(bytes.AsSpan(node.Start, node.End - node.Start))!.AsObject());
    }

    private LockedFile ReadTraining(LockObject parent) => parent.Need("training") is { } node
        ? ReadFile(node)
        : new LockedFile { Sha256 = "", Bytes = 0, Examples = 0, Sources = [] };

    private LockedFile ReadFile(LockNode node)
    {
        var json = new LockObject(node, faults);
        var file = new LockedFile
        {
            Sha256 = json.NeedHash("sha256"),
            Bytes = json.NeedCount("bytes"),
            Examples = json.NeedCount("examples"),
            Tokens = json.FindCount("tokens"),
            FileId = json.FindId("file_id"),
            Upload = json.Find("upload") is { } upload ? ReadUpload(upload) : null,
            Sources = [.. json.FindList("sources").Select(ReadSource)],
        };
        json.RefuseOthers();
        return file;
    }

    private LockedUpload ReadUpload(LockNode node)
    {
        var json = new LockObject(node, faults);
        var upload = new LockedUpload(json.NeedId("id"), json.NeedCount("part_bytes"), [.. json.FindList("parts").Select(ReadPart)]);
        json.RefuseOthers();
        return upload;
    }

    private string ReadPart(LockNode node)
    {
        // One that has not been sent is empty.
        if (node.Kind != JsonTokenType.String || (node.Text!.Length > 0 && !PlainId.Is(node.Text)))
        {
            faults.Add(node, $"a part is {(node.Kind == JsonTokenType.String ? SafeText.Quote(node.Text!) : node.Description)}; it must be {LockObject.IdInWords}");
        }
        return node.Text ?? "";
    }

    private string ReadProject(LockNode node)
    {
        if (node.Kind != JsonTokenType.String || !ProjectId.Is(node.Text!))
        {
            faults.Add(node, $"a merged project is {(node.Kind == JsonTokenType.String ? SafeText.Quote(node.Text!) : node.Description)}; it must be {ProjectId.InWords}");
        }
        return node.Text ?? "";
    }

    private LockedSource ReadSource(LockNode node)
    {
        var json = new LockObject(node, faults);
        var source = new LockedSource(json.NeedPath("path"), json.NeedHash("sha256"), json.NeedCount("bytes"), json.NeedCount("examples"));
        json.RefuseOthers();
        return source;
    }

    private LockedCheckpoint ReadCheckpoint(LockNode node)
    {
        var json = new LockObject(node, faults);
        var metrics = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var metric in json.FindMap("metrics"))
        {
            if (metric.Value.Kind == JsonTokenType.Number
                && double.TryParse(metric.Value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
            {
                metrics[metric.Name] = value;
            }
            else
            {
                faults.Add(metric.Value, $"{SafeText.Quote(metric.Name)} is {metric.Value.Description}; a metric must be a number that fits in 64 bits");
            }
        }
        var checkpoint = new LockedCheckpoint(json.NeedInt32("step"), json.NeedId("model"), metrics);
        json.RefuseOthers();
        return checkpoint;
    }
}
