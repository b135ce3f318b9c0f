namespace FineTune.Core.Fixing;

/// <summary>What to fix: the datasets of a manifest, or files alone.</summary>
internal sealed record FixRequest
{
    /// <summary>Absolute path of the manifest; null to fix <see cref="Paths"/> alone.</summary>
    public string? ManifestPath { get; init; }

    /// <summary>Absolute paths of files to fix without a manifest; with one, only these of its files.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Profile that says what is wrong, instead of the provider's; null for the provider's, or <c>generic</c> without a manifest.</summary>
    public string? Profile { get; init; }

    /// <summary>Adds the fixes that change meaning: duplicates are removed, wrongly decoded text is repaired.</summary>
    public bool Unsafe { get; init; }

    /// <summary>Adds the conversion of other tools' formats to <c>messages</c>.</summary>
    public bool Convert { get; init; }

    /// <summary>The day that dates of hosts are held against; null for none. What a host trains nothing on any more is converted.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>Takes a unified diff instead of anything being written; null to write.</summary>
    public Stream? Diff { get; init; }

    /// <summary>Absolute path of the folder that paths in the diff start from.</summary>
    public string DiffFolder { get; init; } = "/";

    /// <summary>Folders outside the repository that may be read and written, from the command line only.</summary>
    public IReadOnlyList<string> AllowedOutside { get; init; } = [];
}
