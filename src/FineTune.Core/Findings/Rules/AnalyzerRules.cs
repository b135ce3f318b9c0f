namespace FineTune.Core.Findings.Rules;

/// <summary>What the analyzer says of C# code. It is a program of its own, which the compiler loads; a test holds both to each other.</summary>
internal static class AnalyzerRules
{
    /// <summary>FT7101: a literal model ID that is shut down or soon will be.</summary>
    public static Rule Ended { get; } = new("FT7101", "model-in-code-shut-down", Severity.Warning, "A model ID in the code is shut down, or soon will be");

    /// <summary>FT7102: a literal tuned ID that has a constant.</summary>
    public static Rule HasConstant { get; } = new("FT7102", "model-id-in-code", Severity.Info, "A tuned model's ID in the code has a constant");

    /// <summary>All of them, by code.</summary>
    public static IReadOnlyList<Rule> All { get; } = [Ended, HasConstant];
}
