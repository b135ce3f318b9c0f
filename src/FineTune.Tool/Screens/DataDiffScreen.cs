using FineTune.Core.Comparing;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Reporting;
using FineTune.Tool.CommandLine;

namespace FineTune.Tool.Screens;

/// <summary>Shows what changed in the data, as a diff is read.</summary>
internal sealed class DataDiffScreen(Invocation call)
{
    private const int FewExamples = 10;

    private readonly TextWriter output = call.Text;
    private readonly Ansi ink = call.Ink;

    private int Most => call.Verbosity >= Verbosity.Detailed ? DatasetDiff.MostShown : FewExamples;

    /// <summary>Shows it.</summary>
    public void Write(DiffReport report)
    {
        output.Write($"{ink.Bold("Data since")} {report.Since}\n");
        foreach (var note in report.Notes)
        {
            output.Write($"{ink.Yellow("!")} {note}\n");
        }
        foreach (var dataset in report.Diff.Datasets)
        {
            Write(report, dataset);
        }
        WriteFindings(report);
        output.Write($"\n{ink.Bold("Diff:")} {report.Sum()}\n");
    }

    private void Write(DiffReport report, DatasetDiff dataset)
    {
        output.Write($"\n{ink.Bold($"{SafeText.Clean(dataset.Model)}, {dataset.Role.Name()}")}\n");
        if (dataset.Unknown is { } unknown)
        {
            output.Write($"  {ink.Yellow("!")} {unknown}\n");
            return;
        }
        var counts = dataset.IsEmpty ? "" : ": " + DiffReport.Counts(dataset.Added, dataset.Removed, dataset.Changed);
        Row("examples", Change(dataset.Before?.Data.Examples ?? 0, dataset.After?.Data.Examples ?? 0) + counts);
        Row("tokens", Change(dataset.Before?.Tokens.Billable ?? 0, dataset.After?.Tokens.Billable ?? 0));
        if (DiffReport.Cost(dataset) is { } cost)
        {
            Row("cost", cost);
        }
        WriteExamples(report, dataset, "+", ink.Green, change => change.Before is null, dataset.Added);
        WriteExamples(report, dataset, "-", ink.Red, change => change.After is null, dataset.Removed);
        WriteExamples(report, dataset, "~", ink.Yellow, change => change is { Before: not null, After: not null }, dataset.Changed);
    }

    private void WriteExamples(DiffReport report, DatasetDiff dataset, string mark, Func<string, string> paint, Func<ExampleChange, bool> kind, long count)
    {
        foreach (var change in dataset.Changes.Where(kind).Take(Most))
        {
            var words = DiffReport.Words(change);
            if (change is { Before: not null, After: not null })
            {
                output.Write($"  {paint(mark)} {report.Place(change)}  {DiffReport.Difference(change)}\n");
                for (var i = 0; i + 1 < words.Count; i += 2)
                {
                    output.Write($"      {ink.Red("-")} {DiffReport.Quote(words[i])}\n      {ink.Green("+")} {DiffReport.Quote(words[i + 1])}\n");
                }
            }
            else
            {
                output.Write($"  {paint(mark)} {report.Place(change)}  {DiffReport.Quote(words[0])}\n");
            }
        }
        if (count > Most)
        {
            output.Write($"  {paint(mark)} and {count - Most:N0} more{(Most == FewExamples ? "; --verbosity detailed shows them" : "")}\n");
        }
    }

    private void WriteFindings(DiffReport report)
    {
        if (report.Diff.NewFindings.Count == 0)
        {
            return;
        }
        output.Write($"\n{ink.Bold("New findings")}\n");
        foreach (var finding in report.Diff.NewFindings.OrderByDescending(finding => finding.Severity).Take(Most))
        {
            var word = finding.Severity.Name();
            output.Write($"  {report.Place(finding)}  {(finding.Severity is Severity.Error ? ink.Red(word) : ink.Yellow(word))} {ink.Bold(finding.Code)}  {finding.Message}\n");
        }
        if (report.Diff.NewFindings.Count > Most)
        {
            output.Write($"  and {report.Diff.NewFindings.Count - Most:N0} more; finetune lint shows all\n");
        }
    }

    private static string Change(long before, long after) => before == after ? $"{after:N0}" : $"{before:N0} → {after:N0} ({DiffReport.Signed(after - before)})";

    private void Row(string name, string text) => output.Write($"  {ink.Dim(name.PadRight(10))} {text}\n");
}
