namespace FineTune.Providers.Releasing.Pruning;

/// <summary>What may be cleared up.</summary>
internal sealed record PruneOptions
{
    /// <summary>What <c>--older-than</c> is without being said: a lock that is not pushed yet is rarely older.</summary>
    public static readonly TimeSpan DefaultAge = TimeSpan.FromDays(7);

    /// <summary>Whether models are looked at too; they were paid for.</summary>
    public bool Models { get; init; }

    /// <summary>What is younger stays: a lock that somebody has not pushed yet may name it.</summary>
    public TimeSpan OlderThan { get; init; } = DefaultAge;

    /// <summary>Whether to delete it, not only to list it.</summary>
    public bool Delete { get; init; }
}
