using FineTune.Core.Findings;
using FineTune.Core.Reporting.Frames;

namespace FineTune.Core.Reporting.Formats;

/// <summary>For people: each finding with the part of the line that it is about, then a summary.</summary>
/// <param name="style">How much to show, and whether in colour.</param>
internal sealed class TextFormat(TextStyle style) : IReportFormat
{
    private readonly Ansi ansi = new(style.Color);

    /// <inheritdoc/>
    public string Name => "text";

    /// <inheritdoc/>
    public bool IsDocument => false;

    /// <inheritdoc/>
    public void Write(ReportContent content, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(output);
        var frames = new FrameSource(content.Lint, style.Frames, style.Width);
        string? path = null;
        foreach (var finding in content.Lint.Findings)
        {
            if (path is not null && path != finding.Path)
            {
                output.Write('\n');
            }
            path = finding.Path;
            WriteFinding(content, finding, output);
            if (frames.Find(finding) is { } frame)
            {
                WriteFrame(finding, frame, output);
            }
        }
        if (style.Summary)
        {
            WriteSummary(content, output);
        }
    }

    private void WriteFinding(ReportContent content, Finding finding, TextWriter output)
    {
        var start = finding.Range.Start;
        var severity = Paint(finding.Severity, finding.Severity.Name());
        output.Write($"{ansi.Bold(content.Show(finding.Path))}{ansi.Dim($":{start.Line}:{start.Column}")}  ");
        output.Write($"{severity} {ansi.Bold(finding.Code)}  {finding.Message}\n");
    }

    private void WriteFrame(Finding finding, CodeFrame frame, TextWriter output)
    {
        var number = finding.Range.Start.Line.ToString();
        var gutter = new string(' ', number.Length);
        output.Write($"  {ansi.Dim($"{number} │")} {frame.Text}\n");
        output.Write($"  {ansi.Dim($"{gutter} │")} {new string(' ', frame.Indent)}{Paint(finding.Severity, new string('^', frame.Carets))}\n");
    }

    private void WriteSummary(ReportContent content, TextWriter output)
    {
        var report = content.Lint;
        var totals = ReportTotals.Of(report);
        var worst = report.Findings.Count == 0 ? Severity.None : report.Findings.Max(finding => finding.Severity);
        var sentence = totals.Sentence();
        var suppressed = report.Suppressed > 0 ? $", {Amount.Of(report.Suppressed, "finding")} suppressed" : "";
        var elapsed = content.Elapsed is { } time ? $", {Amount.OfTime(time)}" : "";
        output.Write(report.Findings.Count > 0 ? "\n" : "");
        output.Write($"{Paint(worst, sentence)}{suppressed}{elapsed}\n");
        if (report.Findings.MaxBy(finding => finding.Severity) is { } first)
        {
            output.Write(ansi.Dim($"finetune explain {first.Code} says what the rule wants, and why") + "\n");
        }
    }

    private string Paint(Severity severity, string text) => severity switch
    {
        Severity.Error => ansi.Red(text),
        Severity.Warning => ansi.Yellow(text),
        Severity.Info => ansi.Blue(text),
        _ => ansi.Green(text),
    };
}
