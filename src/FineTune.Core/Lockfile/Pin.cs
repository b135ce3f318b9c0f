namespace FineTune.Core.Lockfile;

/// <summary>A rollback: the version stays current until it is undone.</summary>
/// <param name="Version">Number of the version.</param>
/// <param name="Reason">Why, in the user's words.</param>
public sealed record Pin(int Version, string Reason)
{
    /// <summary>Training step of the version's checkpoint that is current in its place; null for the version itself.</summary>
    public int? Step { get; init; }

    /// <summary>As the command line writes it: <c>3</c>, or <c>3@80</c> for a checkpoint.</summary>
    internal string Words => Step is { } step ? $"{Version}@{step}" : $"{Version}";
}
