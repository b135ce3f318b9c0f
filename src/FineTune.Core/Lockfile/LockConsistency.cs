using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Identity;

namespace FineTune.Core.Lockfile;

/// <summary>Checks what a lock of the right shape says against itself: numbers, the current version, sums, and every digest that can be computed again.</summary>
internal sealed class LockConsistency(LockFaults faults)
{
    public void Check(FineTuneLock locked, LockNode root)
    {
        var models = Member(root, "models");
        foreach (var (name, model) in locked.Models)
        {
            CheckModel(model, Member(models, name)!);
        }
    }

    private void CheckModel(LockedModel model, LockNode node)
    {
        if (CheckNumbers(model, node))
        {
            CheckCurrent(model, node);
        }
        for (var i = 0; i < model.Versions.Count; i++)
        {
            CheckTraining(model.Versions[i], Member(node, "versions")!.Items[i]);
        }
        for (var i = 0; i < model.Attempts.Count; i++)
        {
            CheckTraining(model.Attempts[i], Member(node, "attempts")!.Items[i]);
        }
    }

    private bool CheckNumbers(LockedModel model, LockNode node)
    {
        var before = faults.Count;
        for (var i = 0; i < model.Versions.Count; i++)
        {
            var number = model.Versions[i].Number;
            var at = Member(Member(node, "versions")!.Items[i], "number")!;
            if (number < 1)
            {
                faults.Add(at, $"\"number\" is {number}; versions count from 1");
            }
            else if (i > 0 && number >= model.Versions[i - 1].Number)
            {
                faults.Add(at, $"\"number\" is {number} after {model.Versions[i - 1].Number}; versions stand newest first, each number once");
            }
        }
        return faults.Count == before;
    }

    private void CheckCurrent(LockedModel model, LockNode node)
    {
        if (model.Current is { } current && model.CurrentVersion is null)
        {
            faults.Add(Member(node, "current")!, $"\"current\" is {current}; there is no such version");
        }
        else if (model.Pinned is { } pin && pin.Version != model.Current)
        {
            faults.Add(Member(Member(node, "pinned"), "version")!, $"\"pinned\" names version {pin.Version}; \"current\" must name it too");
        }
        else if (model.Current is null && model.Versions.Count > 0)
        {
            faults.Add(Member(node, "versions")!, "there are versions but no \"current\"; it must name one of them");
        }
        else if (model is { Pinned: null, Current: { } number } && number != model.Versions[0].Number)
        {
            faults.Add(Member(node, "current")!, $"\"current\" is {number}, the newest version is {model.Versions[0].Number}; only \"pinned\" may hold an older one");
        }
    }

    private void CheckTraining(LockedTraining training, LockNode node)
    {
        var before = faults.Count;
        CheckFile(training.Training, Member(node, "training")!);
        if (training.Validation is { } validation)
        {
            CheckFile(validation, Member(node, "validation")!);
        }
        if (faults.Count > before)
        {
            return;
        }

        if (training.DataDigest != Digests.OfData(training.Training.Sha256, training.Validation?.Sha256))
        {
            faults.Add(Member(node, "data_digest")!, "\"data_digest\" does not fit the hashes of the training and validation files; the lock was edited or merged by hand");
        }
        else if (training.Settings is { } settings && training.Digest != Digests.Of(
            training.Provider.Kind, training.Provider.Endpoint, training.BaseModel, training.Method, settings, training.Training.Sha256, training.Validation?.Sha256))
        {
            faults.Add(Member(node, "digest")!, "\"digest\" does not fit the settings and files that stand beside it; the lock was edited or merged by hand");
        }
    }

    private void CheckFile(LockedFile file, LockNode node)
    {
        if (file.Sources.Count == 0)
        {
            return;
        }

        var bytes = file.Sources.Sum(source => (decimal)source.Bytes);
        var examples = file.Sources.Sum(source => (decimal)source.Examples);
        if (file.Bytes != bytes && file.Bytes != bytes + Utf8Mark.Bytes.Length)
        {
            faults.Add(Member(node, "bytes")!, $"\"bytes\" is {file.Bytes}; the sources have {bytes}");
        }
        if (file.Examples != examples)
        {
            faults.Add(Member(node, "examples")!, $"\"examples\" is {file.Examples}; the sources have {examples}");
        }
        if (file.Sources is [var only] && file.Bytes == bytes && file.Sha256 != only.Sha256)
        {
            faults.Add(Member(node, "sha256")!, $"\"sha256\" is not that of the only source {SafeText.Quote(only.Path)}");
        }
    }

    private static LockNode? Member(LockNode? node, string name) => node?.Members.FirstOrDefault(member => member.Name == name)?.Value;
}
