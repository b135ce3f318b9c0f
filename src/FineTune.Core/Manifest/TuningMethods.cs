using FineTune.Core.Catalog;

namespace FineTune.Core.Manifest;

/// <summary>The methods as a manifest writes them.</summary>
internal static class TuningMethods
{
    /// <summary>All names.</summary>
    public static IReadOnlyList<string> Names { get; } = Enum.GetNames<TuningMethod>().Select(name => name.ToLowerInvariant()).ToArray();

    /// <summary>The method of a name; null for none.</summary>
    public static TuningMethod? Find(string? name) => Names.Contains(name) ? Enum.Parse<TuningMethod>(name!, ignoreCase: true) : null;

    /// <summary>The name of a method.</summary>
    public static string NameOf(TuningMethod method) => Names[(int)method];
}
