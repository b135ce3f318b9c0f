using FineTune.Core.Datasets.Json;
using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Identity;

namespace FineTune.Core.Lockfile.Reading;

/// <summary>Checks what a lock of the right shape says against itself: numbers, the current version, sums, and every digest that can be computed again.</summary>
internal sealed class LockConsistency(LockFaults faults)
{
    public void Check(FineTuneLock locked, PlacedValue root)
    {
        foreach (var (name, model) in root.Find("models"u8)?.Members ?? [])
        {
            CheckModel(locked.Models[name.Text], model);
        }
    }

    private void CheckModel(LockedModel model, PlacedValue json)
    {
        if (CheckNumbers(model, json))
        {
            CheckCurrent(model, json);
        }
        foreach (var (version, at) in model.Versions.Zip(Items(json, "versions"u8)))
        {
            CheckTraining(version, at);
        }
        foreach (var (attempt, at) in model.Attempts.Zip(Items(json, "attempts"u8)))
        {
            CheckTraining(attempt, at);
        }
    }

    private bool CheckNumbers(LockedModel model, PlacedValue json)
    {
        var before = faults.Count;
        int? newer = null;
        foreach (var (version, at) in model.Versions.Zip(Items(json, "versions"u8)))
        {
            if (version.Number < 1)
            {
                faults.Add(Member(at, "number"u8), $"\"number\" is {version.Number}; versions count from 1");
            }
            else if (version.Number >= newer)
            {
                faults.Add(Member(at, "number"u8), $"\"number\" is {version.Number} after {newer}; versions stand newest first, each number once");
            }
            newer = version.Number;
        }
        return faults.Count == before;
    }

    private void CheckCurrent(LockedModel model, PlacedValue json)
    {
        if (model.Current is { } current && model.Versions.All(version => version.Number != current))
        {
            faults.Add(Member(json, "current"u8), $"\"current\" is {current}; there is no such version");
        }
        else if (model.Pinned is { } pin && pin.Version != model.Current)
        {
            faults.Add(Member(Member(json, "pinned"u8), "version"u8), $"\"pinned\" names version {pin.Version}; \"current\" must name it too");
        }
        else if (model.Pinned?.Step is { } step && model.CurrentVersion is null)
        {
            faults.Add(Member(Member(json, "pinned"u8), "step"u8), $"\"pinned\" names step {step}; version {model.Current} has no checkpoint there");
        }
        else if (model.Current is null && model.Versions.Count > 0)
        {
            faults.Add(Member(json, "versions"u8), "there are versions but no \"current\"; it must name one of them");
        }
        else if (model is { Pinned: null, Current: { } number } && number != model.Versions[0].Number)
        {
            faults.Add(Member(json, "current"u8), $"\"current\" is {number}, the newest version is {model.Versions[0].Number}; only \"pinned\" may hold an older one");
        }
    }

    private void CheckTraining(LockedTraining training, PlacedValue json)
    {
        var before = faults.Count;
        CheckFile(training.Training, Member(json, "training"u8));
        if (training.Validation is { } validation)
        {
            CheckFile(validation, Member(json, "validation"u8));
        }
        if (faults.Count > before)
        {
            return;
        }

        if (training.DataDigest != Digests.OfData(training.Training.Sha256, training.Validation?.Sha256))
        {
            faults.Add(Member(json, "data_digest"u8), "\"data_digest\" does not fit the hashes of the training and validation files; the lock was edited or merged by hand");
        }
        else if (training.Settings is { } settings && training.Digest != Digests.Of(
            training.Provider.Kind, training.Provider.Endpoint, training.BaseModel, training.Method, settings, training.Training.Sha256, training.Validation?.Sha256))
        {
            faults.Add(Member(json, "digest"u8), "\"digest\" does not fit the settings and files that stand beside it; the lock was edited or merged by hand");
        }
    }

    private void CheckFile(LockedFile file, PlacedValue json)
    {
        if (file.Sources.Count == 0)
        {
            return;
        }

        var bytes = file.Sources.Sum(source => (decimal)source.Bytes);
        var examples = file.Sources.Sum(source => (decimal)source.Examples);
        if (file.Bytes != bytes && file.Bytes != bytes + Utf8Mark.Bytes.Length)
        {
            faults.Add(Member(json, "bytes"u8), $"\"bytes\" is {file.Bytes}; the sources have {bytes}");
        }
        if (file.Examples != examples)
        {
            faults.Add(Member(json, "examples"u8), $"\"examples\" is {file.Examples}; the sources have {examples}");
        }
        if (file.Sources is [var only] && file.Bytes == bytes && file.Sha256 != only.Sha256)
        {
            faults.Add(Member(json, "sha256"u8), $"\"sha256\" is not that of the only source {SafeText.Quote(only.Path)}");
        }
    }

    private static IEnumerable<PlacedValue> Items(PlacedValue json, ReadOnlySpan<byte> name) => json.Find(name)?.Items ?? [];

    /// <summary>A member that the lock's shape has.</summary>
    private static PlacedValue Member(PlacedValue json, ReadOnlySpan<byte> name) => json.Find(name)!.Value;
}
