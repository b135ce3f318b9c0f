using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Judging;

/// <summary>The findings of one file or one of its blocks, counted by rule and cause, so that memory does not grow with their number and one cause is said once.</summary>
/// <param name="most">How many findings of a rule the file may show.</param>
internal sealed class CauseTally(int most)
{
    /// <summary>A cause that is met more often is said once, with as many of its places.</summary>
    public const int MostPlaces = 20;

    /// <summary>Fewer lines are shown one by one, however short the file.</summary>
    private const int FewLines = 3;

    private readonly Dictionary<Rule, RuleTally> rules = [];

    /// <summary>Whether a cause is met so often that it is said once.</summary>
    /// <param name="count">How often it was found.</param>
    /// <param name="lines">On how many lines.</param>
    /// <param name="total">Lines of the file that could have it; null where nobody counted them.</param>
    public static bool IsOften(int count, int lines, long? total) => count > MostPlaces || (lines >= FewLines && lines > total / 2.0);

    /// <summary>Counts a finding; null where it is not to be kept. Findings come in the order of their lines.</summary>
    public Cause? Note(Rule rule, Severity severity, string message, int line) =>
        Of(rule).CauseOf(severity, message) is { } cause && cause.Note(line) ? cause : null;

    /// <summary>Adds a finding whose place is known already.</summary>
    public void Add(LineFinding finding) => Note(finding.Rule, finding.Severity, finding.Cause ?? finding.Message, finding.Range.Start.Line)?.Keep(finding);

    /// <summary>Adds what was found in the next block of the same file.</summary>
    public void Add(CauseTally next)
    {
        foreach (var (rule, tally) in next.rules)
        {
            if (!rules.TryAdd(rule, tally))
            {
                rules[rule].Add(tally);
            }
        }
    }

    /// <summary>Whether no further cause of a rule is told apart.</summary>
    public bool IsFull(Rule rule) => rules.TryGetValue(rule, out var tally) && tally.IsFull;

    /// <summary>Takes back what a rule found, because another says more.</summary>
    public void Forget(Rule rule) => rules.Remove(rule);

    /// <summary>The findings to show.</summary>
    /// <param name="totalOf">Lines of the file that could have a finding of a rule; null where nobody counted them.</param>
    /// <param name="folds">Whether a cause that is met often is said once.</param>
    public IReadOnlyList<LineFinding> Finish(Func<Rule, long?> totalOf, bool folds) =>
        [.. rules.OrderBy(entry => entry.Key.Code, StringComparer.Ordinal).SelectMany(entry => entry.Value.Finish(entry.Key, totalOf(entry.Key), folds))];

    private RuleTally Of(Rule rule) => rules.TryGetValue(rule, out var tally) ? tally : rules[rule] = new RuleTally(most);
}
