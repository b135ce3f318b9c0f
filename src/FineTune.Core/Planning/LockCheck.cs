using FineTune.Core.Contracts;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Lockfile.Reading;
using FineTune.Core.Manifest;

namespace FineTune.Core.Planning;

/// <summary>Says where the lock does not answer for the manifest and its data: FT7001 to FT7004 and FT7007.</summary>
internal static class LockCheck
{
    /// <summary>The findings: those of the reading alone where it has some, else by model in the manifest's order.</summary>
    public static IReadOnlyList<Finding> Run(FineTuneManifest manifest, LockReading reading, Plan plan, LockCheckMode mode)
    {
        if (reading.Findings.Count > 0)
        {
            return reading.Findings;
        }
        return [.. plan.Models.Select(model => Check(model, reading, mode)).OfType<Finding>(), .. CheckStrangers(manifest, reading, mode)];
    }

    private static Finding? Check(PlannedModel model, LockReading reading, LockCheckMode mode)
    {
        var release = $"run \"finetune release {model.Name}\"";
        if (model.Current is not { } current)
        {
            return model.Open is not null && mode != LockCheckMode.Pack
                ? AtModel(LockRules.Pending, model, mode, $"{model.Name} has no version yet, its training has not ended: wait for it with \"finetune release {model.Name}\" or \"finetune sync\"")
                : AtModel(LockRules.Missing, model, mode, $"{model.Name} has never been trained: {release}");
        }
        if (current.Provider.IsUnreal && model.Provider.Kind != ProviderKind.Emulator)
        {
            return Finding.Of(LockRules.FromEmulator, reading.Path, reading.ModelRanges.GetValueOrDefault(model.Name, TextRange.FileStart),
                $"version {current.Number} of {model.Name} was made by the emulator, the manifest names the provider {model.Provider.Name}: {release}")
                with
            { Severity = SeverityOf(LockRules.FromEmulator, mode) };
        }
        if (mode != LockCheckMode.Lint && ContractReader.Read(reading.Path, current.Contract).Fault is { } fault)
        {
            return fault;
        }
        return model switch
        {
            { State: PlanState.Pending } => AtModel(LockRules.Pending, model, mode,
                $"{model.Name} is at version {current.Number}, a newer training has not ended: wait for it with \"finetune release {model.Name}\" or \"finetune sync\""),
            { State: PlanState.Changed, WouldTrain: false } when mode != LockCheckMode.AllowStale => AtModel(LockRules.Stale, model, mode,
                $"{model.Name} is at version {current.Number}; {string.Join("; ", model.Reasons)}: run \"finetune rollback {model.Name} {model.Match?.Number}\", or restore the data"),
            { State: PlanState.Changed } when mode != LockCheckMode.AllowStale => AtModel(LockRules.Stale, model, mode,
                $"{model.Name} has changed since version {model.Previous!.Number} was trained ({string.Join("; ", model.Reasons)}): {release}"),
            { State: not PlanState.Changed, Open: not null } => AtModel(LockRules.Pending, model, mode,
                $"{model.Name} has a training that has not ended: wait for it with \"finetune sync\" or end it with \"finetune cancel {model.Name}\""),
            _ => null,
        };
    }

    // What was removed from the manifest stays in the lock until somebody takes it out: its versions may still be in use.
    private static IEnumerable<Finding> CheckStrangers(FineTuneManifest manifest, LockReading reading, LockCheckMode mode)
    {
        var declared = manifest.Models.Select(model => model.Name).ToHashSet(StringComparer.Ordinal);
        var strangers = reading.Lock?.Models.Keys.Where(name => !declared.Contains(name)).ToList() ?? [];
        if (strangers.Count == 0 || mode is LockCheckMode.Lint or LockCheckMode.Pack)
        {
            return [];
        }

        var ofAnother = strangers.Count == reading.Lock!.Models.Count;
        return strangers.Select(name => Finding.Of(LockRules.Stale, reading.Path, reading.ModelRanges.GetValueOrDefault(name, TextRange.FileStart),
            $"{SafeText.Quote(name)} is in the lock but not in the manifest" + (ofAnother ? "; the lock is that of another manifest" : ": declare it, or take it out of the lock"))
            with
        { Severity = ofAnother ? Severity.Error : Severity.Warning });
    }

    private static Finding AtModel(Rule rule, PlannedModel model, LockCheckMode mode, string message) =>
        Finding.Of(rule, model.Model.Where.Path, model.Model.Where.Range, message) with { Severity = SeverityOf(rule, mode) };

    private static Severity SeverityOf(Rule rule, LockCheckMode mode) => mode switch
    {
        LockCheckMode.Verify => Severity.Error,
        LockCheckMode.Pack when rule == LockRules.Missing => Severity.Error,
        LockCheckMode.Pack or LockCheckMode.AllowStale when rule == LockRules.FromEmulator => Severity.Error,
        _ => rule.DefaultSeverity,
    };
}
