using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Engine;

/// <summary>Findings of one file: one cause said once, and no more of a rule than a person would read.</summary>
internal sealed class FileFindings(DatasetScope scope)
{
    private readonly CauseTally found = new(scope.MostFindings);

    /// <summary>Adds a finding about the file as a whole.</summary>
    public void Add(Rule rule, string message) => Add(rule, 1, message);

    /// <summary>Adds a finding about a line of which no more is known.</summary>
    public void Add(Rule rule, int line, string message)
    {
        var severity = scope.SeverityOf(rule);
        if (severity != Severity.None)
        {
            var place = new TextPosition(line, 1);
            found.Add(new LineFinding(rule, severity, new TextRange(place, place), SafeText.Clean(message), null));
        }
    }

    /// <summary>Adds the findings of the next block.</summary>
    public void Add(BlockReport report) => found.Add(report.Findings);

    /// <summary>Takes back what a rule found, because another says more.</summary>
    public void Forget(Rule rule) => found.Forget(rule);

    /// <summary>The findings.</summary>
    /// <param name="examples">Lines of the file that are not blank.</param>
    /// <param name="blankLines">Lines that are.</param>
    public IReadOnlyList<LineFinding> Finish(long examples, long blankLines) =>
        found.Finish(rule => rule == FileRules.BlankLine ? examples + blankLines : examples, folds: !scope.AllFindings);
}
