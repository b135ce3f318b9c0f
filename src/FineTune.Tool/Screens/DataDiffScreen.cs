using FineTune.Core.Comparing;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Tool.Rendering;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FineTune.Tool.Screens;

/// <summary>Shows what changed in the data, as a diff is read.</summary>
/// <param name="report">The comparison.</param>
/// <param name="isDetailed">Whether more than a few examples of a kind are shown.</param>
internal sealed class DataDiffScreen(DiffReport report, bool isDetailed)
{
    private const int FewExamples = 10;
    private const int Indent = 2;

    private int Most => isDetailed ? DatasetDiff.MostShown : FewExamples;

    /// <summary>All that changed, then one line that sums up.</summary>
    public IRenderable Page() => new Rows(
    [
        Paint.Text("Data since", Paint.Bold).Then($" {report.Since}"),
        .. report.Notes.Select(note => Facts.Item(0, "!", Paint.Yellow, note)),
        .. report.Diff.Datasets.SelectMany(Of),
        .. report.Diff.Contracts.SelectMany(Of),
        .. NewFindings(),
        Paint.Nothing,
        Paint.Text("Diff:", Paint.Bold).Then($" {report.Sum()}"),
    ]);

    private IEnumerable<IRenderable> Of(DatasetDiff dataset) =>
    [
        Paint.Nothing,
        Paint.Text($"{dataset.Model}, {dataset.Role.Name()}", Paint.Bold),
        .. dataset.Unknown is { } unknown ? [Facts.Item(Indent, "!", Paint.Yellow, unknown)] : Changes(dataset),
    ];

    private static IEnumerable<IRenderable> Of(ContractDiff contract) =>
    [
        Paint.Nothing,
        Paint.Text($"{contract.Model}, contract", Paint.Bold),
        .. contract.Changes.Select(change => Facts.Item(Indent, "~", Paint.Yellow, change)),
    ];

    private IEnumerable<IRenderable> Changes(DatasetDiff dataset)
    {
        var facts = Facts.Of(Indent)
            .Add("examples", $"{Change(dataset.Before?.Data.Examples ?? 0, dataset.After?.Data.Examples ?? 0)}{(dataset.IsEmpty ? "" : ": " + DiffReport.Counts(dataset.Added, dataset.Removed, dataset.Changed))}")
            .Add("tokens", Change(dataset.Before?.Tokens.Billable ?? 0, dataset.After?.Tokens.Billable ?? 0));
        return
        [
            DiffReport.Cost(dataset) is { } cost ? facts.Add("cost", cost) : facts,
            .. Examples(dataset, "+", Paint.Green, change => change.Before is null, dataset.Added),
            .. Examples(dataset, "-", Paint.Red, change => change.After is null, dataset.Removed),
            .. Examples(dataset, "~", Paint.Yellow, change => change is { Before: not null, After: not null }, dataset.Changed),
        ];
    }

    private IEnumerable<IRenderable> Examples(DatasetDiff dataset, string mark, Style style, Func<ExampleChange, bool> kind, long count)
    {
        foreach (var change in dataset.Changes.Where(kind).Take(Most))
        {
            var words = DiffReport.Words(change);
            if (change is not { Before: not null, After: not null })
            {
                yield return Facts.Item(Indent, mark, style, $"{report.Place(change)}  {DiffReport.Quote(words[0])}");
                continue;
            }
            yield return Facts.Item(Indent, mark, style, $"{report.Place(change)}  {DiffReport.Difference(change)}");
            for (var i = 0; i + 1 < words.Count; i += 2)
            {
                yield return Facts.Item(Indent + 4, "-", Paint.Red, DiffReport.Quote(words[i]));
                yield return Facts.Item(Indent + 4, "+", Paint.Green, DiffReport.Quote(words[i + 1]));
            }
        }
        if (count > Most)
        {
            yield return Facts.Item(Indent, mark, style, $"and {count - Most:N0} more{(isDetailed ? "" : "; --verbosity detailed shows them")}");
        }
    }

    private IEnumerable<IRenderable> NewFindings()
    {
        var findings = report.Diff.NewFindings;
        return findings.Count == 0 ? [] :
        [
            Paint.Nothing,
            Paint.Text("New findings", Paint.Bold),
            .. findings.OrderByDescending(finding => finding.Severity).Take(Most).Select(finding => Facts.Line(Indent, Line(finding))),
            .. findings.Count > Most ? [Facts.Line(Indent, Paint.Text($"and {findings.Count - Most:N0} more; finetune lint shows all"))] : Array.Empty<IRenderable>(),
        ];
    }

    private Paragraph Line(Finding finding) => Paint.Text($"{report.Place(finding)}  ")
        .Then(finding.Severity.Name(), finding.Severity is Severity.Error ? Paint.Red : Paint.Yellow)
        .Then(" ").Then(finding.Code, Paint.Bold)
        .Then($"  {finding.Message}");

    private static string Change(long before, long after) => before == after ? $"{after:N0}" : $"{before:N0} → {after:N0} ({DiffReport.Signed(after - before)})";
}
