namespace FineTune.Core.Manifest;

/// <summary>The kinds of providers as a manifest writes them.</summary>
internal static class ProviderKinds
{
    private static readonly (string Name, ProviderKind Kind, string Profile)[] Known =
    [
        ("openai", ProviderKind.OpenAI, "openai"),
        ("azure", ProviderKind.Azure, "azure"),
        ("openai_compatible", ProviderKind.OpenAICompatible, "generic"),
        ("exec", ProviderKind.Exec, "generic"),
        ("emulator", ProviderKind.Emulator, "emulator"),
    ];

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> Names { get; } = Known.Select(known => known.Name).ToArray();

    /// <summary>The kind of a name; null for none.</summary>
    public static ProviderKind? Find(string? name) => Known.Where(known => known.Name == name).Select(known => (ProviderKind?)known.Kind).FirstOrDefault();

    /// <summary>For example <c>openai_compatible</c>.</summary>
    public static string Name(this ProviderKind kind) => Known.First(known => known.Kind == kind).Name;

    /// <summary>The profile of a kind where none is declared.</summary>
    public static string ProfileOf(ProviderKind kind) => Known.First(known => known.Kind == kind).Profile;
}
