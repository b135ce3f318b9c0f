using System.Text.Json;
using FineTune.Core.Counting;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting;

namespace FineTune.Core.Reporting.Formats;

/// <summary>Our own JSON, for scripts: its form is described by <c>docs/formats/lint-report.schema.json</c> and has a version.</summary>
internal sealed class JsonFormat : IReportFormat
{
    private const int Form = 1;

    public string Name => "json";

    public bool IsDocument => true;

    public void Write(ReportContent content, TextWriter output)
    {
        using var document = new JsonOutput(output);
        var json = document.Json;
        json.WriteStartObject();
        json.WriteNumber("version", Form);
        json.WriteString("tool", $"finetune {content.Version}");
        WriteSummary(json, content.Lint);
        document.WriteObjects("findings", content.Lint.Findings, finding => WriteFinding(document, content, finding));
        document.WriteObjects("datasets", content.Lint.Datasets, dataset => WriteDataset(document, content, dataset));
        json.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter json, LintReport report)
    {
        var totals = ReportTotals.Of(report);
        json.WriteStartObject("summary");
        json.WriteNumber("errors", totals.Errors);
        json.WriteNumber("warnings", totals.Warnings);
        json.WriteNumber("infos", totals.Infos);
        json.WriteNumber("suppressed", report.Suppressed);
        json.WriteNumber("files", totals.Files);
        json.WriteNumber("examples", totals.Examples);
        json.WriteNumber("bytes", totals.Bytes);
        json.WriteEndObject();
    }

    private static void WriteFinding(JsonOutput document, ReportContent content, Finding finding)
    {
        var json = document.Json;
        json.WriteString("code", finding.Code);
        json.WriteString("rule", content.FindRule(finding.Code)?.Name);
        json.WriteString("severity", finding.Severity.Name());
        json.WriteString("path", content.Show(finding.Path));
        WriteRange(json, finding.Range);
        json.WriteString("message", finding.Message);
        json.WriteString("example", finding.Example);
        json.WriteString("help", HelpLink.Of(finding.Code, content.HelpAddress));
        if (finding.Repeats is { } repeats)
        {
            json.WriteStartObject("repeats");
            json.WriteString("cause", repeats.Cause);
            json.WriteNumber("count", repeats.Count);
            json.WriteNumber("lines", repeats.Lines);
            if (repeats.Total is { } total)
            {
                json.WriteNumber("of", total);
            }
            document.WriteObjects("places", repeats.Places, place => WriteRange(json, place));
            json.WriteEndObject();
        }
    }

    private static void WriteRange(Utf8JsonWriter json, TextRange range)
    {
        json.WritePosition("start", range.Start);
        json.WritePosition("end", range.End);
    }

    private static void WriteDataset(JsonOutput document, ReportContent content, DatasetReport dataset)
    {
        var json = document.Json;
        json.WriteString("model", dataset.Model);
        json.WriteString("role", dataset.Role.Name());
        json.WriteString("profile", dataset.Profile);
        json.WriteNumber("examples", dataset.Examples);
        json.WriteNumber("upload_bytes", dataset.UploadBytes);
        json.WriteString("sha256", dataset.Sha256);
        document.WriteObjects("files", dataset.Files, file =>
        {
            json.WriteString("path", content.Show(file.Path));
            json.WriteNumber("bytes", file.Bytes);
            json.WriteNumber("upload_bytes", file.UploadBytes);
            json.WriteNumber("examples", file.Examples);
            json.WriteString("sha256", file.Sha256);
        });
    }
}
