namespace FineTune.Core.Findings;

/// <summary>The severities as files write them.</summary>
internal static class Severities
{
    /// <summary>All names, the lightest first.</summary>
    public static IReadOnlyList<string> Names { get; } = Enum.GetNames<Severity>().Select(name => name.ToLowerInvariant()).ToArray();

    /// <summary>The severity of a name; null for none.</summary>
    public static Severity? Find(string? name) => Names.Contains(name) ? Enum.Parse<Severity>(name!, ignoreCase: true) : null;
}
