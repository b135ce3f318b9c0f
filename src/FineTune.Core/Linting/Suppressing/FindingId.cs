using FineTune.Core.Files;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Suppressing;

/// <summary>What tells a finding from others when lines have moved: not its line, and not its message.</summary>
/// <param name="Path">The file, relative to the folder of the baseline, with <c>/</c>.</param>
/// <param name="Rule">The rule's code.</param>
/// <param name="Example">Hash of the example's line; null for a finding about the file.</param>
/// <param name="At">Columns from and to in the example's line, for example <c>62-72</c>: they are as fixed as its hash; null for a finding about the file.</param>
internal readonly record struct FindingId(string Path, string Rule, string? Example, string? At)
{
    /// <summary>The ID of a finding.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="folder">Absolute path of the folder that the baseline lies in.</param>
    public static FindingId Of(Finding finding, string folder)
    {
        var path = PathText.Relative(finding.Path, folder);
        return finding.Example is null
            ? new(path, finding.Code, null, null)
            : new(path, finding.Code, finding.Example, $"{finding.Range.Start.Column}-{finding.Range.End.Column}");
    }

    /// <summary>The text that the entries of a baseline are sorted by.</summary>
    public string SortKey => $"{Path}\n{Rule}\n{Example}\n{At}";
}
