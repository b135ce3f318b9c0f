using FineTune.Core.Counting;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting;

/// <summary>What is shown of findings that were all kept: one cause once in each file, and no more of a rule than a person would read.</summary>
internal static class SaidOnce
{
    /// <summary>The findings to show, in their order.</summary>
    /// <param name="findings">Findings, sorted.</param>
    /// <param name="datasets">What was read, for the number of examples in each file.</param>
    public static IReadOnlyList<Finding> Of(IReadOnlyList<Finding> findings, IReadOnlyList<DatasetReport> datasets)
    {
        var examples = datasets.SelectMany(dataset => dataset.Files).GroupBy(file => file.Path).ToDictionary(file => file.Key, file => file.First().Examples, StringComparer.Ordinal);
        return FindingOrder.Sort([.. findings.GroupBy(finding => finding.Path).SelectMany(file => Of(file.Key, [.. file], examples.TryGetValue(file.Key, out var count) ? count : null))]);
    }

    private static IEnumerable<Finding> Of(string path, IReadOnlyList<Finding> findings, long? examples)
    {
        var tally = new CauseTally(FindingLimit.PerRuleAndFile);
        foreach (var finding in findings.Where(finding => finding.Repeats is null))
        {
            tally.Add(new LineFinding(RuleBook.RuleOf(finding), finding.Severity, finding.Range, finding.Message, finding.Example) { Cause = finding.Cause });
        }
        return findings
            .Where(finding => finding.Repeats is not null)
            .Concat(tally.Finish(rule => rule == FileRules.BlankLine ? null : examples, folds: true).Select(found => found.In(path)));
    }
}
