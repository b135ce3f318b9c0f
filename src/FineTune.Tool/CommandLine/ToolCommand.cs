using System.CommandLine;

namespace FineTune.Tool.CommandLine;

/// <summary>One command of the tool.</summary>
/// <param name="name">Its name.</param>
/// <param name="description">What it does, in one line without a full stop.</param>
/// <param name="examples">Two or more command lines that help shows.</param>
internal abstract class ToolCommand(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Command lines that help shows.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;

    /// <summary>More that help says, after the options; null for nothing.</summary>
    public virtual string? Remarks => null;

    /// <summary>Does it.</summary>
    /// <returns>The exit code.</returns>
    public abstract Task<int> RunAsync(Invocation call, CancellationToken cancellation);
}
