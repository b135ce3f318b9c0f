namespace FineTune.Core.Findings;

/// <summary>The severities as files and reports name them.</summary>
internal static class Severities
{
    private static readonly string[] Known = [.. Enum.GetNames<Severity>().Select(name => name.ToLowerInvariant())];

    /// <summary>All names, the lightest first.</summary>
    public static IReadOnlyList<string> Names => Known;

    /// <summary>For example <c>warning</c>.</summary>
    public static string Name(this Severity severity) => Known[(int)severity];

    /// <summary>The severity of a name; null for none.</summary>
    public static Severity? Find(string? name) => Array.IndexOf(Known, name) is >= 0 and var place ? (Severity)place : null;
}
