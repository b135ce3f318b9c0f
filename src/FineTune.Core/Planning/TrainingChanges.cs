using FineTune.Core.Catalog;
using FineTune.Core.Findings;
using FineTune.Core.Identity;
using FineTune.Core.Lockfile;

namespace FineTune.Core.Planning;

/// <summary>Says in words what differs between a version and what would be trained now.</summary>
internal static class TrainingChanges
{
    private const string None = "none";

    /// <summary>The differences: data first, then where and what, then settings by name.</summary>
    public static IReadOnlyList<string> Between(LockedTraining version, PlannedModel plan)
    {
        var changes = new List<string>();
        AddData(changes, "training data", version.Training, plan.Training);
        AddData(changes, "validation data", version.Validation, plan.Validation);
        Add(changes, "provider", version.Provider.Emulated ? version.Provider.Kind + ", emulated" : version.Provider.Kind, plan.LockedProvider.Kind);
        Add(changes, "endpoint", version.Provider.Endpoint, plan.LockedProvider.Endpoint);
        Add(changes, "base_model", version.BaseModel, plan.Request!.BaseModel);
        Add(changes, "method", version.Method, plan.Request.Method.Name());
        if (version.Settings is { } settings)
        {
            changes.AddRange(settings.ChangesTo(plan.Request.Settings).Select(Describe));
        }
        else if (changes.Count == 0)
        {
            changes.Add("settings: changed; the lock does not say from what");
        }
        return changes;
    }

    private static void AddData(List<string> changes, string role, LockedFile? before, LockedFile? after)
    {
        if (before?.Sha256 == after?.Sha256)
        {
            return;
        }
        changes.Add(before is not null && after is not null && before.Examples == after.Examples
            ? $"{role}: other content in {Amount.Of(after.Examples, "example")}"
            : $"{role}: {before?.Examples.ToString("N0") ?? None} → {(after is null ? None : Amount.Of(after.Examples, "example"))}");
    }

    private static void Add(List<string> changes, string name, string? before, string? after)
    {
        if (before != after)
        {
            changes.Add($"{name}: {Show(before)} → {Show(after)}");
        }
    }

    // A grader or a list of integrations does not fit in a line.
    private static string Describe(SettingChange change) => IsLong(change.Before) || IsLong(change.After)
        ? $"{change.Name}: {(change.Before is null ? "added" : change.After is null ? "removed" : "changed")}"
        : $"{SafeText.Clean(change.Name)}: {Show(change.Before?.Trim('"'))} → {Show(change.After?.Trim('"'))}";

    private static bool IsLong(string? json) => json is ['{' or '[', ..];

    private static string Show(string? value) => value is null ? None : SafeText.Clean(value);
}
