using System.Text.Json;
using FineTune.Core.Comparing;
using FineTune.Core.Counting;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Reporting;

namespace FineTune.Tool.Screens;

/// <summary>Writes a comparison as JSON: its form is described by <c>docs/formats/diff.schema.json</c> and has a version.</summary>
internal static class DiffJson
{
    private const int Form = 1;

    /// <summary>Writes it.</summary>
    public static void Write(TextWriter output, DiffReport report)
    {
        using var document = new JsonOutput(output);
        var json = document.Json;
        json.WriteStartObject();
        json.WriteNumber("version", Form);
        json.WriteString("revision", SafeText.Clean(report.Name));
        json.WriteString("commit", report.Commit);
        WriteList(json, "notes", report.Notes);
        json.WriteStartArray("datasets");
        foreach (var dataset in report.Diff.Datasets)
        {
            Write(json, report, dataset);
            document.Pass();
        }
        json.WriteEndArray();
        json.WriteStartArray("new_findings");
        foreach (var finding in report.Diff.NewFindings)
        {
            Write(json, report, finding);
            document.Pass();
        }
        json.WriteEndArray();
        json.WriteNumber("gone_findings", report.Diff.GoneFindings);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, DiffReport report, DatasetDiff dataset)
    {
        json.WriteStartObject();
        json.WriteString("model", dataset.Model);
        json.WriteString("role", dataset.Role.Name());
        if (dataset.Unknown is { } unknown)
        {
            json.WriteString("not_compared", unknown);
        }
        json.WriteNumber("added", dataset.Added);
        json.WriteNumber("removed", dataset.Removed);
        json.WriteNumber("changed", dataset.Changed);
        json.WriteNumber("unchanged", dataset.Unchanged);
        WriteState(json, "before", dataset.Before);
        WriteState(json, "after", dataset.After);
        json.WriteStartArray("changes");
        foreach (var change in dataset.Changes)
        {
            json.WriteStartObject();
            json.WriteString("kind", change switch { { Before: null } => "added", { After: null } => "removed", _ => "changed" });
            json.WriteString("place", report.Place(change));
            if (change is { Before: not null, After: not null })
            {
                json.WriteString("difference", DiffReport.Difference(change));
            }
            WriteWords(json, "before", change.Before);
            WriteWords(json, "after", change.After);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteState(Utf8JsonWriter json, string name, DatasetStatistics? state)
    {
        if (state is null)
        {
            return;
        }
        json.WriteStartObject(name);
        json.WriteNumber("examples", state.Data.Examples);
        json.WriteNumber("content_tokens", state.Tokens.Content);
        json.WriteNumber("billable_tokens", state.Tokens.Billable);
        if (state.Quote?.Cost is { } cost)
        {
            json.WriteNumber("usd", cost.Usd);
            json.WriteBoolean("exact", cost.IsExact);
        }
        json.WriteEndObject();
    }

    private static void WriteWords(Utf8JsonWriter json, string name, ExampleWords? words)
    {
        if (words is null)
        {
            return;
        }
        json.WriteStartObject(name);
        json.WriteString("prompt", DiffReport.Quote(words.Prompt)[1..^1]);
        json.WriteString("answer", DiffReport.Quote(words.Answer)[1..^1]);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, DiffReport report, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("code", finding.Code);
        json.WriteString("severity", finding.Severity.Name());
        json.WriteString("place", report.Place(finding));
        json.WriteString("message", finding.Message);
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }
        json.WriteEndArray();
    }
}
