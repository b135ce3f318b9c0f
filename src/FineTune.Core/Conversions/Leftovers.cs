namespace FineTune.Core.Conversions;

/// <summary>What becomes of the keys that a conversion does not read: they stay, unless the host fails on them.</summary>
/// <param name="LineKeys">Keys that a line may have; null for any.</param>
/// <param name="MessageKeys">Keys that a message may have; null for any.</param>
internal sealed record Leftovers(IReadOnlyList<string>? LineKeys, IReadOnlyList<string>? MessageKeys)
{
    private readonly SortedSet<string> dropped = new(StringComparer.Ordinal);

    /// <summary>Keys that were left out, because the host fails on them.</summary>
    public IReadOnlyCollection<string> Dropped => dropped;

    /// <summary>All stay.</summary>
    public static Leftovers Kept => new(null, null);

    /// <summary>Whether a key of the line stays.</summary>
    public bool Keeps(string key) => Keeps(key, LineKeys);

    /// <summary>Whether a key of a message stays.</summary>
    public bool KeepsInMessage(string key) => Keeps(key, MessageKeys);

    /// <summary>Says that a key has no place in what is written.</summary>
    public void Drop(string key) => dropped.Add(key);

    private bool Keeps(string key, IReadOnlyList<string>? known)
    {
        if (known?.Contains(key) != false)
        {
            return true;
        }
        Drop(key);
        return false;
    }
}
