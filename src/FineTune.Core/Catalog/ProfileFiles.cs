namespace FineTune.Core.Catalog;

/// <summary>The profiles' data files, which travel inside the assembly.</summary>
internal static class ProfileFiles
{
    private const string Folder = "profiles/";
    private const string Extension = ".json";

    /// <summary>Names of all profiles, sorted.</summary>
    public static IReadOnlyList<string> Names { get; } = typeof(ProfileFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .Select(name => name[Folder.Length..^Extension.Length])
        .Order(StringComparer.Ordinal)
        .ToArray();

    /// <summary>The bytes of a profile.</summary>
    public static Stream Open(string name) =>
        typeof(ProfileFiles).Assembly.GetManifestResourceStream(Folder + name + Extension)
        ?? throw new InvalidDataException($"there is no profile {name}");
}
