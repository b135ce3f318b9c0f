using System.Text.Json;
using FineTune.Core.Counting;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting;

namespace FineTune.Core.Reporting;

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
        json.WriteStartArray("findings");
        foreach (var finding in content.Lint.Findings)
        {
            WriteFinding(json, content, finding);
            document.Pass();
        }
        json.WriteEndArray();
        json.WriteStartArray("datasets");
        foreach (var dataset in content.Lint.Datasets)
        {
            WriteDataset(json, content, dataset);
            document.Pass();
        }
        json.WriteEndArray();
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

    private static void WriteFinding(Utf8JsonWriter json, ReportContent content, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("code", finding.Code);
        json.WriteString("rule", content.FindRule(finding.Code)?.Name);
        json.WriteString("severity", finding.Severity.Name());
        json.WriteString("path", content.Show(finding.Path));
        WritePosition("start", finding.Range.Start);
        WritePosition("end", finding.Range.End);
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
            json.WriteStartArray("places");
            foreach (var place in repeats.Places)
            {
                json.WriteStartObject();
                WritePosition("start", place.Start);
                WritePosition("end", place.End);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndObject();

        void WritePosition(string name, TextPosition position)
        {
            json.WriteStartObject(name);
            json.WriteNumber("line", position.Line);
            json.WriteNumber("column", position.Column);
            json.WriteEndObject();
        }
    }

    private static void WriteDataset(Utf8JsonWriter json, ReportContent content, DatasetReport dataset)
    {
        json.WriteStartObject();
        json.WriteString("model", dataset.Model);
        json.WriteString("role", dataset.Role.Name());
        json.WriteString("profile", dataset.Profile);
        json.WriteNumber("examples", dataset.Examples);
        json.WriteNumber("upload_bytes", dataset.UploadBytes);
        json.WriteString("sha256", dataset.Sha256);
        json.WriteStartArray("files");
        foreach (var file in dataset.Files)
        {
            json.WriteStartObject();
            json.WriteString("path", content.Show(file.Path));
            json.WriteNumber("bytes", file.Bytes);
            json.WriteNumber("upload_bytes", file.UploadBytes);
            json.WriteNumber("examples", file.Examples);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
