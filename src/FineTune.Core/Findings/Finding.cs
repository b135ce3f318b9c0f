namespace FineTune.Core.Findings;

/// <summary>One fault, at one place.</summary>
/// <param name="Code">The rule's code, for example <c>FT2009</c>.</param>
/// <param name="Severity">How much it weighs here, after profile and manifest have spoken.</param>
/// <param name="Path">Absolute path of the file.</param>
/// <param name="Range">Where in the file.</param>
/// <param name="Message">What is wrong with the value at hand and what would be right: one line, safe to print.</param>
public sealed record Finding(string Code, Severity Severity, string Path, TextRange Range, string Message)
{
    /// <summary>Short hash of the example's line without its line end: 12 hex digits that survive moved lines; null outside datasets.</summary>
    public string? Example { get; init; }

    /// <summary>How often the fault stands in the file, where this one finding speaks for all of its places; null for a finding about its own place.</summary>
    public Repetition? Repeats { get; init; }

    /// <summary>What it has in common with others of its file where its words name a place of its own; null where its words are its cause.</summary>
    internal string? Cause { get; init; }

    /// <summary>Makes a finding of a rule with the rule's own severity; the message is made safe to print.</summary>
    internal static Finding Of(Rule rule, string path, TextRange range, string message) =>
        new(rule.Code, rule.DefaultSeverity, path, range, SafeText.Clean(message));
}
