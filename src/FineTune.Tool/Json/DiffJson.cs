using System.Text.Json;
using FineTune.Core.Comparing;
using FineTune.Core.Counting;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Reporting;
using FineTune.Core.Reporting.Formats;
using FineTune.Tool.Screens;

namespace FineTune.Tool.Json;

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
        json.WriteStrings("notes", report.Notes);
        document.WriteObjects("datasets", report.Diff.Datasets, dataset => Write(document, report, dataset));
        document.WriteObjects("contract_changes", report.Diff.Contracts, contract =>
        {
            json.WriteString("model", contract.Model);
            json.WriteStrings("changes", contract.Changes);
        });
        document.WriteObjects("new_findings", report.Diff.NewFindings, finding =>
        {
            json.WriteString("code", finding.Code);
            json.WriteString("severity", finding.Severity.Name());
            json.WriteString("place", report.Place(finding));
            json.WriteString("message", finding.Message);
        });
        json.WriteNumber("gone_findings", report.Diff.GoneFindings);
        json.WriteEndObject();
    }

    private static void Write(JsonOutput document, DiffReport report, DatasetDiff dataset)
    {
        var json = document.Json;
        json.WriteString("model", dataset.Model);
        json.WriteString("role", dataset.Role.Name());
        json.WriteKnown("not_compared", dataset.Unknown);
        json.WriteNumber("added", dataset.Added);
        json.WriteNumber("removed", dataset.Removed);
        json.WriteNumber("changed", dataset.Changed);
        json.WriteNumber("unchanged", dataset.Unchanged);
        WriteState(json, "before", dataset.Before);
        WriteState(json, "after", dataset.After);
        document.WriteObjects("changes", dataset.Changes, change =>
        {
            json.WriteString("kind", change switch { { Before: null } => "added", { After: null } => "removed", _ => "changed" });
            json.WriteString("place", report.Place(change));
            if (change is { Before: not null, After: not null })
            {
                json.WriteString("difference", DiffReport.Difference(change));
            }
            WriteWords(json, "before", change.Before);
            WriteWords(json, "after", change.After);
        });
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
}
