using System.Text;
using FineTune.Core.Comparing;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Reporting.Formats;

namespace FineTune.Tool.Screens;

/// <summary>
/// Writes a comparison as Markdown for a comment on a pull request: its first line is a mark by which the comment is found again, and it stays
/// under the 65,536 characters that hosts take.
/// </summary>
internal sealed class DiffComment(DiffReport report)
{
    /// <summary>Most bytes that are written: fewer than the most characters that a host takes.</summary>
    public const int MostBytes = 60_000;

    private const int MostRows = 100;

    private readonly StringBuilder text = new();
    private int bytes;

    /// <summary>The comment.</summary>
    public string Text()
    {
        // A path may hold what would end the comment.
        Add($"<!-- finetune-diff {string.Concat(report.Manifest.Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '/' or '_'))} -->\n");
        Add($"### Fine-tuning data: {Escape(report.Sum())}\n\nCompared with {Escape(report.Since)}.\n");
        foreach (var note in report.Notes)
        {
            Add($"\n{Escape(note)}.\n");
        }
        WriteDatasets();
        WriteContracts();
        WriteFindings();
        foreach (var dataset in report.Diff.Datasets.Where(dataset => dataset.Changes.Count > 0))
        {
            WriteExamples(dataset);
        }
        return this.text.ToString();
    }

    private void WriteDatasets()
    {
        if (report.Diff.Datasets.Count == 0)
        {
            return;
        }
        Add("\n| Dataset | Examples | Added | Removed | Changed | Tokens an epoch | Cost |\n| --- | --: | --: | --: | --: | --: | --: |\n");
        foreach (var dataset in report.Diff.Datasets)
        {
            string[] cells = dataset.Unknown is { } unknown
                ? [NameOf(dataset), "not compared", "", "", "", "", unknown]
                :
                [
                    NameOf(dataset),
                    Change(dataset.Before?.Data.Examples ?? 0, dataset.After?.Data.Examples ?? 0),
                    $"{dataset.Added:N0}",
                    $"{dataset.Removed:N0}",
                    $"{dataset.Changed:N0}",
                    Change(dataset.Before?.Tokens.Billable ?? 0, dataset.After?.Tokens.Billable ?? 0),
                    DiffReport.Cost(dataset) ?? "",
                ];
            if (!Add($"| {string.Join(" | ", cells.Select(Escape))} |\n"))
            {
                return;
            }
        }
    }

    private void WriteContracts()
    {
        foreach (var contract in report.Diff.Contracts)
        {
            if (!Add($"\n**Contract of {Escape(contract.Model)}**\n\n"))
            {
                return;
            }
            var shown = contract.Changes.Take(MostRows).TakeWhile(change => Add($"- {Escape(change)}\n")).Count();
            Rest(contract.Changes.Count - shown);
        }
    }

    private void WriteFindings()
    {
        var findings = report.Diff.NewFindings;
        if (findings.Count == 0 || !Add($"\n**{Amount.Of(findings.Count, "new finding")}**\n\n| Where | | Rule | Message |\n| --- | --- | --- | --- |\n"))
        {
            return;
        }
        var shown = findings.OrderByDescending(finding => finding.Severity).Take(MostRows)
            .TakeWhile(finding => Add($"| {Escape(report.Place(finding))} | {finding.Severity.Name()} | {finding.Code} | {Escape(finding.Message)} |\n")).Count();
        Rest(findings.Count - shown);
    }

    private void WriteExamples(DatasetDiff dataset)
    {
        const string End = "\n</details>\n";
        if (!Add($"\n<details><summary>{Escape(NameOf(dataset))}: {DiffReport.Counts(dataset.Added, dataset.Removed, dataset.Changed)}</summary>\n\n| | Line | Example |\n| --- | --- | --- |\n", reserve: End.Length))
        {
            return;
        }
        // The end is kept room for, or the rest of the page would be folded away.
        this.bytes += End.Length + 100;
        var shown = dataset.Changes.Take(MostRows).TakeWhile(change => Add(Row(change))).Count();
        Rest(dataset.Added + dataset.Removed + dataset.Changed - shown);
        this.text.Append(End);
    }

    private string Row(ExampleChange change)
    {
        var words = DiffReport.Words(change).Select(text => Escape(DiffReport.Quote(text))).ToArray();
        var (mark, text) = change switch
        {
            { Before: null } => ("➕", words[0]),
            { After: null } => ("➖", words[0]),
            _ when words.Length == 1 => ("✏️", $"{DiffReport.Difference(change)}: {words[0]}"),
            _ => ("✏️", $"{DiffReport.Difference(change)}: " + string.Join("<br>", words.Chunk(2).Select(pair => $"{pair[0]} → {pair[1]}"))),
        };
        return $"| {mark} | {Escape(report.Place(change))} | {text} |\n";
    }

    private void Rest(long count)
    {
        if (count > 0)
        {
            this.text.Append($"\nAnd {count:N0} more.\n");
        }
    }

    private bool Add(string text, int reserve = 0)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (this.bytes + bytes + reserve > MostBytes)
        {
            return false;
        }
        this.bytes += bytes;
        this.text.Append(text);
        return true;
    }

    private static string NameOf(DatasetDiff dataset) => $"{dataset.Model}, {dataset.Role.Name()}";

    private static string Change(long before, long after) => before == after ? $"{after:N0}" : $"{before:N0} → {after:N0}";

    private static string Escape(string text) => MarkdownText.Escape(SafeText.Clean(text));
}
