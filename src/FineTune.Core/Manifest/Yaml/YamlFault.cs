using FineTune.Core.Findings;

namespace FineTune.Core.Manifest.Yaml;

/// <summary>Stops the reading of a file at its first syntax error; never leaves <see cref="YamlFile"/>.</summary>
internal sealed class YamlFault : Exception
{
    public YamlFault()
    {
    }

    public YamlFault(string message)
        : base(message)
    {
    }

    public YamlFault(string message, Exception inner)
        : base(message, inner)
    {
    }

    public YamlFault(string message, TextRange range)
        : base(message) => Range = range;

    public TextRange Range { get; } = TextRange.FileStart;
}
