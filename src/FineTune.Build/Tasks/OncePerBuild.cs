using Microsoft.Build.Framework;

namespace FineTune.Build.Tasks;

/// <summary>Remembers for the length of one build that findings were reported.</summary>
/// <param name="Failed">Errors were among them.</param>
internal sealed record OncePerBuild(bool Failed)
{
    /// <summary>What was registered under a key in this build; null for nothing.</summary>
    public static OncePerBuild? Find(IBuildEngine engine, string key) =>
        (engine as IBuildEngine4)?.GetRegisteredTaskObject(Name(key), RegisteredTaskObjectLifetime.Build) as OncePerBuild;

    /// <summary>Registers under a key until the build ends.</summary>
    public static void Register(IBuildEngine engine, string key, OncePerBuild value) =>
        (engine as IBuildEngine4)?.RegisterTaskObject(Name(key), value, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);

    // Another version of the package in the same build has a type of the same name that is not ours.
    private static string Name(string key) => $"{typeof(OncePerBuild).Module.ModuleVersionId}|{key}";
}
