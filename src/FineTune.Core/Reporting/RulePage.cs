using FineTune.Core.Findings;

namespace FineTune.Core.Reporting;

/// <summary>The help page of a rule.</summary>
/// <param name="Rule">The rule as the page introduces it.</param>
/// <param name="Markdown">The whole page.</param>
internal sealed record RulePage(Rule Rule, string Markdown);
