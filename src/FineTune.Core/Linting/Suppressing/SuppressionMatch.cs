using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Manifest;
using FineTune.Core.Manifest.Globbing;

namespace FineTune.Core.Linting.Suppressing;

/// <summary>One entry of <c>lint.ignore</c>, and whether it has silenced anything.</summary>
internal sealed class SuppressionMatch(Suppression entry, string folder)
{
    public Suppression Entry { get; } = entry;

    public bool WasUsed { get; private set; }

    public bool Silences(Finding finding)
    {
        var silences = finding.Code == Entry.Rule && FitsPath(finding) && FitsExample(finding);
        WasUsed |= silences;
        return silences;
    }

    private bool FitsPath(Finding finding) =>
        Entry.Path is not { } path || GlobPath.Matches(path, PathText.Relative(finding.Path, folder));

    private bool FitsExample(Finding finding) =>
        Entry.Example is not { Length: > 0 } example || finding.Example?.StartsWith(example, StringComparison.OrdinalIgnoreCase) == true;
}
