using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Judging;

/// <summary>The findings of one rule in a file, by cause.</summary>
/// <param name="most">How many findings the rule may show; as many causes are told apart.</param>
internal sealed class RuleTally(int most)
{
    private readonly Dictionary<(Severity, string), Cause> causes = [];

    /// <summary>Findings whose cause is one too many.</summary>
    private int others;

    /// <summary>Whether no further cause is told apart.</summary>
    public bool IsFull => causes.Count >= most;

    /// <summary>The cause of a finding; null where it is one too many, and only counted.</summary>
    public Cause? CauseOf(Severity severity, string message)
    {
        if (!causes.TryGetValue((severity, message), out var cause))
        {
            if (IsFull)
            {
                others++;
                return null;
            }
            causes[(severity, message)] = cause = new Cause(KeptOf);
        }
        return cause;
    }

    /// <summary>Adds what was found in the next block of the same file.</summary>
    public void Add(RuleTally next)
    {
        others += next.others;
        foreach (var (key, more) in next.causes)
        {
            if (causes.TryGetValue(key, out var cause))
            {
                cause.Add(more);
            }
            else if (!IsFull)
            {
                causes[key] = more;
            }
            else
            {
                others += more.Count;
            }
        }
    }

    /// <summary>The findings to show, in order of place, the last of which sums up those that are not shown.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="total">Lines of the file that could have such a finding; null where nobody counted them.</param>
    /// <param name="folds">Whether a cause that is met often is said once.</param>
    public IEnumerable<LineFinding> Finish(Rule rule, long? total, bool folds)
    {
        List<LineFinding> found =
        [
            .. causes.Values
                .SelectMany(cause => folds && CauseTally.IsOften(cause.Count, cause.Lines, total) ? [cause.Fold(total)] : cause.Kept)
                .OrderBy(finding => finding.Range.Start.Line)
                .ThenBy(finding => finding.Range.Start.Column),
        ];
        var left = others + found.Skip(most).Sum(finding => finding.Repeats?.Count ?? 1) + (folds ? 0 : causes.Values.Sum(cause => cause.Count - cause.Kept.Count));
        if (left == 0)
        {
            return found;
        }
        var shown = found.Take(most).ToList();
        return shown.Append(shown[^1] with { Message = FindingLimit.Rest(rule, left), Example = null, Repeats = null });
    }

    // Whatever is met more often is said once, so that no more are ever shown one by one.
    private int KeptOf => most > FindingLimit.PerRuleAndFile ? most : CauseTally.MostPlaces;
}
