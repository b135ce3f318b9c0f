using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Judging;

/// <summary>How much a rule weighs: the manifest says it first, then the profile, then the rule itself.</summary>
internal sealed class RuleSeverities(IReadOnlyDictionary<string, Severity> manifest, IReadOnlyDictionary<string, Severity> profile)
{
    public Severity Of(Rule rule) =>
        manifest.TryGetValue(rule.Code, out var said) || profile.TryGetValue(rule.Code, out said) ? said : rule.DefaultSeverity;
}
