namespace FineTune.Core.Catalog;

/// <summary>The methods as manifest, lock, profiles and messages name them.</summary>
internal static class TuningMethods
{
    private static readonly string[] Known = [.. Enum.GetNames<TuningMethod>().Select(name => name.ToLowerInvariant())];

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> Names => Known;

    /// <summary>For example <c>supervised</c>.</summary>
    public static string Name(this TuningMethod method) => Known[(int)method];

    /// <summary>The method of a name; null for none.</summary>
    public static TuningMethod? Find(string? name) => Array.IndexOf(Known, name) is >= 0 and var place ? (TuningMethod)place : null;
}
