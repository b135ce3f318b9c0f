using FineTune.Core.Comparing;
using FineTune.Core.Counting;
using FineTune.Core.Files;
using FineTune.Core.Findings;

namespace FineTune.Tool.Screens;

/// <summary>A comparison, and what its readers need to know of it.</summary>
/// <param name="Diff">What differs.</param>
/// <param name="Name">What the user calls the revision.</param>
/// <param name="Short">The commit that was compared with, short.</param>
/// <param name="Commit">The commit that was compared with.</param>
/// <param name="Notes">What could not be compared, safe to print.</param>
/// <param name="Manifest">The manifest's path from the repository's root.</param>
/// <param name="FolderBefore">Absolute path of the folder that stood for the repository.</param>
/// <param name="Root">Absolute path of the repository's root.</param>
internal sealed record DiffReport(
    DataDiff Diff, string Name, string Short, string Commit, IReadOnlyList<string> Notes, string Manifest, string FolderBefore, string Root)
{
    private const int LongestText = 60;

    /// <summary>The heading: <c>HEAD (3f9a1c2)</c>.</summary>
    public string Since => SafeText.Clean(Name.StartsWith(Short, StringComparison.Ordinal) ? Name : $"{Name} ({Short})");

    /// <summary>One line: <c>2 added, 1 removed, 3 changed; +117 tokens an epoch; 1 new finding</c>.</summary>
    public string Sum()
    {
        var parts = new List<string> { Diff.IsEmpty ? "no example changed" : Counts(Diff.Added, Diff.Removed, Diff.Changed) };
        if (Diff.Datasets.Sum(dataset => dataset.TokensMore) is not 0 and var tokens)
        {
            parts.Add($"{Signed(tokens)} tokens an epoch");
        }
        parts.Add(Diff.NewFindings.Count == 0 ? "no new finding" : Amount.Of(Diff.NewFindings.Count, "new finding"));
        if (Diff.GoneFindings > 0)
        {
            parts.Add($"{Diff.GoneFindings:N0} gone");
        }
        return string.Join("; ", parts);
    }

    /// <summary><c>2 added, 1 removed, 3 changed</c>, only what there is.</summary>
    public static string Counts(long added, long removed, long changed)
    {
        var parts = new (long Count, string Word)[] { (added, "added"), (removed, "removed"), (changed, "changed") };
        return string.Join(", ", parts.Where(part => part.Count > 0).Select(part => $"{part.Count:N0} {part.Word}"));
    }

    /// <summary>A number with its sign.</summary>
    public static string Signed(long number) => number > 0 ? $"+{number:N0}" : $"{number:N0}";

    /// <summary>What a dataset costs: <c>about 0.03 USD → about 0.04 USD</c>; null where that is not known.</summary>
    public static string? Cost(DatasetDiff dataset)
    {
        var (before, after) = (dataset.Before?.Quote?.Cost, dataset.After?.Quote?.Cost);
        return (before, after) switch
        {
            (null, null) => null,
            (null, { } now) => Say(now),
            ({ } then, null) => $"{Say(then)} → {(dataset.After is null ? "nothing" : "not known")}",
            ({ } then, { } now) => Say(then) == Say(now) ? Say(now) : $"{Say(then)} → {Say(now)}",
        };

        static string Say(CostEstimate cost) => PlanSum.Estimated(cost);
    }

    /// <summary>Absolute path of the folder that paths are shown from; the repository's root, unless a person reads them elsewhere.</summary>
    public string From { get; init; } = Root;

    /// <summary>The line of an example; of one that was removed, in the earlier revision.</summary>
    public string Place(ExampleChange change) => change.After is { } after
        ? $"{Show(after.Path)}:{after.Line}"
        : $"{Show(Path.Combine(Root, Path.GetRelativePath(FolderBefore, change.Before!.Path)))}:{change.Before.Line}";

    /// <summary>What a person knows an example by, or what differs in it; not yet safe for the place where it goes.</summary>
    public static IReadOnlyList<string> Words(ExampleChange change)
    {
        if (change is not { Before: { } before, After: { } after })
        {
            var words = (change.After ?? change.Before)!;
            return [words.Prompt.Length > 0 ? words.Prompt : words.Answer];
        }
        var differs = new List<string>();
        foreach (var (then, now) in new[] { (before.Prompt, after.Prompt), (before.Answer, after.Answer) })
        {
            if (then != now)
            {
                var (old, fresh) = Excerpt.Of(then, now);
                differs.AddRange([old, fresh]);
            }
        }
        return differs.Count > 0 ? differs : [after.Prompt];
    }

    /// <summary>What a changed example differs in.</summary>
    public static string Difference(ExampleChange change) => (change.Before!.Prompt != change.After!.Prompt, change.Before.Answer != change.After.Answer) switch
    {
        (true, true) => "prompt and answer",
        (true, false) => "prompt",
        (false, true) => "answer",
        _ => "other parts: system prompt, tools, earlier turns or weights",
    };

    /// <summary>A text, short and in quotes.</summary>
    public static string Quote(string text) => SafeText.Quote(text.Length > LongestText * 2 ? text[..(LongestText * 2)] : text);

    /// <summary>Where a finding is.</summary>
    public string Place(Finding finding) => $"{Show(finding.Path)}:{finding.Range.Start.Line}:{finding.Range.Start.Column}";

    private string Show(string path) => SafeText.Clean(PathText.Relative(path, From));
}
