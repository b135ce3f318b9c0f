using System.Text;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;

namespace FineTune.Core.Reporting.Formats;

/// <summary>Markdown for a step summary or a comment, cut at a whole row.</summary>
internal sealed class MarkdownFormat : IReportFormat
{
    public string Name => "markdown";

    public bool IsDocument => true;

    public void Write(ReportContent content, TextWriter output)
    {
        var totals = ReportTotals.Of(content.Lint);
        var title = totals.Errors > 0 ? "❌ {0}: errors" : totals.Warnings > 0 ? "⚠️ {0}: warnings" : "✅ {0}: fine";
        var text = new StringBuilder();
        text.Append($"### {title.Replace("{0}", content.Subject, StringComparison.Ordinal)}\n\n{totals.Sentence()}{Suppressed(content)}\n");
        var room = content.SummaryBytes - WriteDatasets(content, text);
        WriteFindings(content, text, room);
        output.Write(text);
    }

    private static string Suppressed(ReportContent content) =>
        content.Lint.Suppressed > 0 ? $" ({Amount.Of(content.Lint.Suppressed, "finding")} suppressed)" : "";

    private static int WriteDatasets(ReportContent content, StringBuilder text)
    {
        var start = text.Length;
        if (content.Lint.Datasets.Count > 0)
        {
            text.Append("\n| Model | Role | Files | Examples | Upload |\n| --- | --- | --: | --: | --: |\n");
            foreach (var dataset in content.Lint.Datasets.Take(200))
            {
                var role = dataset.Role.Name();
                text.Append($"| {MarkdownText.Escape(dataset.Model ?? "–")} | {role} | {dataset.Files.Count} | {dataset.Examples:N0} | {Amount.OfBytes(dataset.UploadBytes)} |\n");
            }
        }
        return Encoding.UTF8.GetByteCount(text.ToString(start, text.Length - start));
    }

    private static void WriteFindings(ReportContent content, StringBuilder text, int room)
    {
        if (content.Lint.Findings.Count == 0)
        {
            return;
        }
        text.Append("\n| Where | | Rule | Message |\n| --- | --- | --- | --- |\n");
        var shown = 0;
        foreach (var finding in content.ErrorsFirst())
        {
            var row = Row(content, finding);
            room -= Encoding.UTF8.GetByteCount(row);
            if (room < 0)
            {
                break;
            }
            text.Append(row);
            shown++;
        }
        if (shown < content.Lint.Findings.Count)
        {
            text.Append($"\nAnd {Amount.Of(content.Lint.Findings.Count - shown, "more finding")}: `finetune lint` shows them all.\n");
        }
    }

    private static string Row(ReportContent content, Finding finding)
    {
        var start = finding.Range.Start;
        var rule = HelpLink.Of(finding.Code, content.HelpAddress) is { } link ? $"[{finding.Code}]({link})" : finding.Code;
        return $"| {MarkdownText.Escape(content.Show(finding.Path))}:{start.Line}:{start.Column} | {finding.Severity.Name()} | {rule} | {MarkdownText.Escape(finding.Message)} |\n";
    }
}
