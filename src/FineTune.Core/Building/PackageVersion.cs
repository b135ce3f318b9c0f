using System.Reflection;
using FineTune.Core.Linting;

namespace FineTune.Core.Building;

/// <summary>Which package this is.</summary>
internal static class PackageVersion
{
    /// <summary>The version, for example <c>0.1.0</c>.</summary>
    public static string Text { get; } = typeof(PackageVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Identity of this very build of it: a package repacked under the same version judges anew.</summary>
    public static string Build { get; } = $"{Text} {typeof(Linter).Module.ModuleVersionId}";
}
