using FineTune.Core.Fixing.Fixes;

namespace FineTune.Core.Fixing;

/// <summary>What came of fixing one file.</summary>
internal sealed record FileFix
{
    /// <summary>Absolute path.</summary>
    public required string Path { get; init; }

    /// <summary>Lines that were fixed, or would be; of a file that was no JSONL, the lines that it became.</summary>
    public int Lines { get; init; }

    /// <summary>How often each rule's fault was fixed, by code.</summary>
    public IReadOnlyDictionary<string, int> Fixed { get; init; } = new SortedDictionary<string, int>(StringComparer.Ordinal);

    /// <summary>What could not be fixed and stays as it is, in the order of the file; the first hundred.</summary>
    public IReadOnlyList<FixLeft> Left { get; init; } = [];

    /// <summary>How many places could not be fixed.</summary>
    public int LeftCount { get; init; }

    /// <summary>Keys that conversions left out, because the host fails on them, or because they belong to the program that wrote the file and not to the example.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Why the file could not be read or written, as the end of a sentence about it; null where it could. The file is as it was then.</summary>
    public string? Fault { get; init; }
}
