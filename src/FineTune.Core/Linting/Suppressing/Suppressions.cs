using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Manifest;

namespace FineTune.Core.Linting.Suppressing;

/// <summary>Leaves out the findings that <c>lint.ignore</c> silences, and says which of its entries silence nothing.</summary>
internal static class Suppressions
{
    public static (IReadOnlyList<Finding> Kept, int Silenced) Apply(FineTuneManifest manifest, IReadOnlyList<Finding> findings, bool isWhole)
    {
        var entries = manifest.Lint.Ignore.Select(entry => new SuppressionMatch(entry, manifest.Directory)).ToList();
        if (entries.Count == 0)
        {
            return (findings, 0);
        }
        var kept = findings.Where(finding => !CanBeSilenced(finding) || !entries.Aggregate(false, (silenced, entry) => entry.Silences(finding) || silenced)).ToList();
        var silenced = findings.Count - kept.Count;
        // What was not read says nothing about an entry.
        var severity = manifest.Lint.Severities.TryGetValue(ManifestRules.SuppressionUnused.Code, out var said) ? said : ManifestRules.SuppressionUnused.DefaultSeverity;
        if (isWhole && severity != Severity.None)
        {
            kept.AddRange(entries.Where(entry => !entry.WasUsed).Select(entry => Finding.Of(
                ManifestRules.SuppressionUnused,
                entry.Entry.Where.Path,
                entry.Entry.Where.Range,
                $"this entry silences nothing: no finding of {entry.Entry.Rule} is there any more; remove it") with
            { Severity = severity }));
        }
        return (kept, silenced);
    }

    /// <summary>Whether a finding can be silenced.</summary>
    public static bool CanBeSilenced(Finding finding) => RuleBook.RuleOf(finding).CanBeSilenced;
}
