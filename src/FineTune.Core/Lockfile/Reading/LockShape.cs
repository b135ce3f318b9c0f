using System.Globalization;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Identity;

namespace FineTune.Core.Lockfile.Reading;

/// <summary>Turns JSON into the records of a lock: the reverse of <see cref="LockText"/>.</summary>
internal sealed class LockShape(LockFaults faults)
{
    public FineTuneLock? ReadLock(PlacedValue root)
    {
        var json = new LockObject(root, faults);
        var form = json.NeedInt32("version");
        if (faults.Count == 0 && form > FineTuneLock.CurrentForm)
        {
            var written = json.Find("version")!.Value;
            faults.Add(LockRules.TooNew, written.Start, written.End,
                $"this lock has form {form}; this build knows {FineTuneLock.CurrentForm}: use a newer FineTune.Build and finetune");
            return null;
        }
        if (faults.Count == 0 && form < 1)
        {
            faults.Add(json.Find("version")!.Value, $"\"version\" is {form}; it must be {FineTuneLock.CurrentForm}");
        }

        var result = new FineTuneLock
        {
            Form = form,
            Project = json.NeedProject("project"),
            MergedProjects = [.. json.FindList("merged_projects").Select(ReadProject)],
            Models = new SortedDictionary<string, LockedModel>(
                json.FindMap("models").ToDictionary(member => member.Name.Text, member => ReadModel(member.Value), StringComparer.Ordinal),
                StringComparer.Ordinal),
        };
        json.RefuseOthers();
        return result;
    }

    private LockedModel ReadModel(PlacedValue value)
    {
        var json = new LockObject(value, faults);
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

    private Pin ReadPin(PlacedValue value)
    {
        var json = new LockObject(value, faults);
        var pin = new Pin(json.NeedInt32("version"), json.NeedString("reason")) { Step = json.FindInt32("step") };
        json.RefuseOthers();
        return pin;
    }

    private LockedVersion ReadVersion(PlacedValue value)
    {
        var json = new LockObject(value, faults);
        var version = new LockedVersion(ReadTraining(json), json.NeedInt32("number"), json.NeedId("model"))
        {
            Deployment = json.FindId("deployment"),
            Checkpoints = [.. json.FindList("checkpoints").Select(ReadCheckpoint)],
            TrainedTokens = json.FindCount("trained_tokens"),
            CostUsd = json.FindMoney("cost_usd"),
            FinishedAt = json.FindTime("finished_at"),
        };
        json.RefuseOthers();
        return version;
    }

    private Attempt ReadAttempt(PlacedValue value)
    {
        var json = new LockObject(value, faults);
        var attempt = new Attempt(ReadTraining(json), ReadState(json)) { ErrorCode = json.FindString("error_code"), ErrorMessage = json.FindString("error_message") };
        json.RefuseOthers();
        return attempt;
    }

    private LockedTraining ReadTraining(LockObject json) => new()
    {
        Provider = ReadProvider(json),
        BaseModel = json.NeedString("base_model"),
        TrainedBaseModel = json.FindString("trained_base_model"),
        Method = json.NeedString("method"),
        Settings = json.FindObject("settings") is { } settings ? TrainingSettings.Of(System.Text.Json.Nodes.JsonNode.Parse(settings.Raw)!.AsObject()) : null,
        Contract = json.FindObject("contract") is { } contract ? ReadContract(contract) : null,
        Digest = json.NeedHash("digest"),
        DataDigest = json.NeedHash("data_digest"),
        Training = json.Need("training") is { } training ? ReadFile(training) : new LockedFile { Sha256 = "", Bytes = 0, Examples = 0, Sources = [] },
        Validation = json.Find("validation") is { } validation ? ReadFile(validation) : null,
        JobId = json.FindId("job_id"),
        CreatedAt = json.FindTime("created_at"),
        Commit = json.FindCommit("commit"),
    };

    /// <summary>A contract, in the lock or in a file beside it.</summary>
    public Contract ReadContract(PlacedValue value)
    {
        var json = new LockObject(value, faults);
        var contract = new Contract
        {
            SystemPrompt = json.FindString("system_prompt"),
            Tools = json.FindJson("tools", JsonKind.Array, "the text of a JSON array"),
            ResponseFormat = json.FindJson("response_format", JsonKind.Object, "the text of a JSON object"),
            File = json.FindObject("file") is { } file ? ReadContractFile(file) : null,
        };
        json.RefuseOthers();
        return contract;
    }

    private ContractFile ReadContractFile(PlacedValue value)
    {
        var json = new LockObject(value, faults);
        var file = new ContractFile(json.NeedPath("path"), json.NeedHash("sha256"), json.NeedCount("bytes"));
        json.RefuseOthers();
        return file;
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
        if (json.Find("state") is { Kind: JsonKind.String } written)
        {
            faults.Add(written, $"\"state\" is {SafeText.Quote(text)}; it must be {string.Join(", ", Enum.GetValues<AttemptState>().Select(LockText.NameOf))}");
        }
        return AttemptState.Failed;
    }

    private LockedProvider ReadProvider(LockObject parent)
    {
        if (parent.Need("provider") is not { } value)
        {
            return new LockedProvider("", "", null);
        }
        var json = new LockObject(value, faults);
        var provider = new LockedProvider(json.NeedString("name"), json.NeedString("kind"), json.FindAddress("endpoint")) { Emulated = json.FindTrue("emulated") };
        json.RefuseOthers();
        return provider;
    }

    private LockedFile ReadFile(PlacedValue value)
    {
        var json = new LockObject(value, faults);
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

    private LockedUpload ReadUpload(PlacedValue value)
    {
        var json = new LockObject(value, faults);
        var upload = new LockedUpload(json.NeedId("id"), json.NeedCount("part_bytes"), [.. json.FindList("parts").Select(ReadPart)]);
        json.RefuseOthers();
        return upload;
    }

    // One that has not been sent is empty.
    private string ReadPart(PlacedValue value) => ReadText(value, text => text.Length == 0 || PlainId.Is(text), "a part", LockObject.IdInWords);

    private string ReadProject(PlacedValue value) => ReadText(value, ProjectId.Is, "a merged project", ProjectId.InWords);

    private string ReadText(PlacedValue value, Func<string, bool> fits, string what, string inWords)
    {
        if (value.Kind != JsonKind.String || !fits(value.Text))
        {
            faults.Add(value, $"{what} is {(value.Kind == JsonKind.String ? SafeText.Quote(value.Text) : value.Description)}; it must be {inWords}");
        }
        return value.Text;
    }

    private LockedSource ReadSource(PlacedValue value)
    {
        var json = new LockObject(value, faults);
        var source = new LockedSource(json.NeedPath("path"), json.NeedHash("sha256"), json.NeedCount("bytes"), json.NeedCount("examples"));
        json.RefuseOthers();
        return source;
    }

    private LockedCheckpoint ReadCheckpoint(PlacedValue value)
    {
        var json = new LockObject(value, faults);
        var metrics = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, metric) in json.FindMap("metrics"))
        {
            if (metric.Kind == JsonKind.Number && double.TryParse(metric.Raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            {
                metrics[name.Text] = number;
            }
            else
            {
                faults.Add(metric, $"{SafeText.Quote(name.Text)} is {metric.Description}; a metric must be a number that fits in 64 bits");
            }
        }
        var checkpoint = new LockedCheckpoint(json.NeedInt32("step"), json.NeedId("model"), metrics);
        json.RefuseOthers();
        return checkpoint;
    }
}
