using FineTune.Core.Counting;
using FineTune.Core.Findings;
using FineTune.Core.Identity;
using FineTune.Core.Lockfile;
using FineTune.Core.Manifest;

namespace FineTune.Core.Planning;

/// <summary>Compares the manifest and its data with the lock.</summary>
internal static class Planner
{
    /// <summary>What a release would do.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="locked">The lock; null where there is none.</param>
    /// <param name="data">The measured data, of some or all models.</param>
    /// <param name="emulated">Whether the emulator takes the place of every provider.</param>
    public static Plan Plan(FineTuneManifest manifest, FineTuneLock? locked, IReadOnlyList<ModelData> data, bool emulated = false) => new(
    [
        .. manifest.Models.Select(model => Plan(
            model,
            emulated ? manifest.Providers["emulator"] : model.Provider,
            locked?.Models.GetValueOrDefault(model.Name) ?? new LockedModel(),
            data.FirstOrDefault(candidate => candidate.Model == model.Name),
            manifest.LockPath)),
    ]);

    private static PlannedModel Plan(ModelSettings model, ProviderSettings provider, LockedModel entry, ModelData? data, string lockPath)
    {
        var plan = new PlannedModel
        {
            Model = model,
            Provider = provider,
            State = PlanState.Unmeasured,
            Current = entry.CurrentVersion,
            Previous = entry.Versions.Count > 0 ? entry.Versions[0] : null,
            Open = entry.Attempts.FirstOrDefault(attempt => IsOpen(attempt, provider)),
        };
        if (data is null)
        {
            return plan with { Reasons = ["the data is not here"] };
        }

        var request = TrainingRequest.Of(model, provider, data.Training.Sha256, data.Validation?.Sha256);
        var digest = Digests.Of(request);
        var quote = TrainingQuote.Of(model, data.Tokens, data.Training.Examples);
        plan = plan with
        {
            Request = request,
            Digest = digest,
            DataDigest = Digests.OfData(request.TrainingSha256, request.ValidationSha256),
            Training = data.Training,
            Validation = data.Validation,
            Contract = data.Contract,
            Cost = quote.Cost,
            CostUnknown = quote.Unknown,
            Estimates = quote.Estimates,
            Match = entry.Versions.FirstOrDefault(version => version.Digest == digest && !version.Provider.Emulated),
            Open = entry.Attempts.FirstOrDefault(attempt => IsOpen(attempt, provider) && attempt.Digest == digest) ?? plan.Open,
        };
        return Judge(plan, entry, lockPath);
    }

    // What an emulator began in the place of a provider that costs money says nothing of that: the training is still to be paid for, and to be asked for.
    private static bool IsOpen(Attempt attempt, ProviderSettings provider) => attempt.IsPending && (!attempt.Provider.Emulated || provider.Kind == ProviderKind.Emulator);

    private static PlannedModel Judge(PlannedModel plan, LockedModel entry, string lockPath)
    {
        if (plan.Open is { } open && open.Digest == plan.Digest)
        {
            return plan with { State = PlanState.Pending, Reasons = [Describe(open)] };
        }
        if (plan.Match is { } match)
        {
            return plan with
            {
                State = match.Number == entry.Current && entry.Pinned is null ? PlanState.UpToDate : entry.Pinned is null ? PlanState.Changed : PlanState.Pinned,
                Reasons = Explain(match, entry),
            };
        }

        List<string> reasons = plan.Previous is { } previous ? [.. TrainingChanges.Between(previous, plan), .. ContractLines.Between(lockPath, previous, plan)] : [];
        if (entry.Attempts.FirstOrDefault(attempt => attempt.Digest == plan.Digest) is { } ended)
        {
            reasons.Add(Describe(ended));
        }
        if (plan.Open is not null)
        {
            reasons.Add("a training of earlier data or settings has not ended");
        }
        return plan with { State = plan.Previous is null ? PlanState.New : PlanState.Changed, Reasons = reasons, WouldTrain = true };
    }

    private static string[] Explain(LockedVersion match, LockedModel entry) => entry.Pinned is { } pin
        ? [$"pinned to version {pin.Words}: {SafeText.Clean(pin.Reason)}"]
        : match.Number == entry.Current ? [] : [$"version {match.Number} was trained on exactly this, version {entry.Current} is current"];

    private static string Describe(Attempt attempt)
    {
        var job = attempt.JobId is { } id ? $" (job {SafeText.Clean(id)})" : "";
        return attempt.Provider.Emulated ? "the last training of it was begun by an emulator" : attempt.State switch
        {
            AttemptState.Uploading => "an upload was begun",
            AttemptState.Creating => "a job was about to be created; whether it was, only the provider knows",
            AttemptState.Running => $"the training has not ended{job}",
            AttemptState.Deploying => $"the deployment has not ended{job}",
            AttemptState.Failed => $"the last training of it failed{job}" + (attempt.ErrorCode is { } code ? $": {SafeText.Clean(code)}" : ""),
            _ => $"the last training of it was cancelled{job}",
        };
    }
}
