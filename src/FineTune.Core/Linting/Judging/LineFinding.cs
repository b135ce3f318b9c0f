using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Judging;

/// <summary>A finding in a file that is being read.</summary>
internal sealed record LineFinding(Rule Rule, Severity Severity, TextRange Range, string Message, string? Example)
{
    /// <summary>How often it stands in the file, where it speaks for all of its places.</summary>
    public Repetition? Repeats { get; init; }

    /// <summary>What it has in common with others of its file where its words name a place of its own; null where its words are its cause.</summary>
    public string? Cause { get; init; }

    /// <summary>The finding, in its file.</summary>
    /// <param name="path">Absolute path of the file.</param>
    public Finding In(string path) => new(Rule.Code, Severity, path, Range, Message) { Example = Example, Repeats = Repeats, Cause = Cause };
}
