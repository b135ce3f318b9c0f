namespace FineTune.Core.Findings;

/// <summary>What a rule is about, which is the first digit of its code.</summary>
internal enum RuleGroup
{
    Manifest,
    File,
    Schema,
    Limits,
    Quality,
    Secrets,
    Across,
    Lock,
    Release,
    Tool,
}
