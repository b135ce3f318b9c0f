using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Judging;

/// <summary>A rule about data: what it finds may be older than the rule, and stand in a baseline.</summary>
internal abstract class DataRule : Rule
{
    protected DataRule(string code, string name, Severity severity, string title)
        : base(code, name, severity, title) => CanBeOld = true;
}
