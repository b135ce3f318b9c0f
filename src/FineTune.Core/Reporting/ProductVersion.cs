using System.Reflection;

namespace FineTune.Core.Reporting;

/// <summary>Which build of this product it is.</summary>
internal static class ProductVersion
{
    /// <summary>The version, for example <c>0.1.0</c>.</summary>
    public static string Text { get; } = typeof(ProductVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Identity of this very build: one that was made anew under the same version trusts nothing that the other remembered.</summary>
    public static string Build { get; } = $"{Text} {typeof(ProductVersion).Module.ModuleVersionId}";
}
