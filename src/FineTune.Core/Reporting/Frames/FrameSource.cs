using FineTune.Core.Findings;
using FineTune.Core.Linting;

namespace FineTune.Core.Reporting.Frames;

/// <summary>Gives findings their frames. Only files that the linter has read are opened: a finding may be about a file that must not be.</summary>
internal sealed class FrameSource
{
    private readonly Dictionary<string, IReadOnlyDictionary<int, string>> lines = new(StringComparer.Ordinal);
    private readonly HashSet<Finding> shown;
    private readonly int width;

    /// <summary>Reads the lines of the first findings.</summary>
    public FrameSource(LintReport report, int most, int width)
    {
        this.width = width;
        var readable = report.Datasets.SelectMany(dataset => dataset.Files).Select(file => file.Path)
            .Concat(report.Manifest?.Files ?? []).ToHashSet(StringComparer.Ordinal);
        shown = report.Findings.Where(finding => readable.Contains(finding.Path) && HasFrame(finding)).Take(most)
            .ToHashSet();
        foreach (var file in shown.GroupBy(finding => finding.Path))
        {
            lines[file.Key] = Read(file.Key, file.Select(finding => finding.Range.Start.Line));
        }
    }

    /// <summary>The frame of a finding; null where there is none.</summary>
    public CodeFrame? Find(Finding finding)
    {
        if (!shown.Contains(finding) || !lines[finding.Path].TryGetValue(finding.Range.Start.Line, out var line) || line.Length == 0)
        {
            return null;
        }
        var (start, end) = finding.Range;
        var gutter = start.Line.ToString().Length + 5;
        return CodeFrame.Of(line, start.Column - 1, end.Line == start.Line ? end.Column - 1 : line.Length, Math.Max(20, width - gutter));
    }

    // Secrets and personal data are never shown, and what is about the file as a whole has no place in it.
    private static bool HasFrame(Finding finding) =>
        RuleGroups.Of(finding.Code) is not RuleGroup.Secrets && finding.Range != TextRange.FileStart;

    private static IReadOnlyDictionary<int, string> Read(string path, IEnumerable<int> numbers)
    {
        try
        {
            return LineReader.Read(path, numbers);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Dictionary<int, string>();
        }
    }
}
