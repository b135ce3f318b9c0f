namespace FineTune.Core.Catalog;

/// <summary>The profiles that this build knows; each is read when it is first asked for.</summary>
internal static class ProfileCatalog
{
    private const string Generic = "generic";

    private static readonly Dictionary<string, Lazy<Profile>> Profiles = ProfileFiles.Names
        .ToDictionary(name => name, name => new Lazy<Profile>(() => ProfileReader.Read(name, ProfileFiles.Open)), StringComparer.Ordinal);

    /// <summary>Names of all profiles, sorted.</summary>
    public static IReadOnlyList<string> Names => ProfileFiles.Names;

    /// <summary>The profile of a name; null for one that this build does not know.</summary>
    public static Profile? Find(string name) => Profiles.TryGetValue(name, out var profile) ? profile.Value : null;

    /// <summary>The profile of a name; <c>generic</c> for none, and for one that this build does not know.</summary>
    public static Profile FindOrGeneric(string? name) => Find(name ?? Generic) ?? Find(Generic)!;

    /// <summary>The same host's other profile that offers a method; null where the profile offers it itself, or where there is none.</summary>
    public static Profile? SisterOf(Profile profile, TuningMethod method) =>
        profile.Methods.Contains(method) ? null : profile.Sisters.Select(Find).FirstOrDefault(sister => sister?.Methods.Contains(method) == true);
}
