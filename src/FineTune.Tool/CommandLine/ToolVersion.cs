using System.Reflection;

namespace FineTune.Tool.CommandLine;

/// <summary>The version of this build.</summary>
internal static class ToolVersion
{
    /// <summary>For example <c>0.1.0</c>.</summary>
    public static string Text => typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Identity of this very build: another one trusts nothing that it remembered.</summary>
    public static string Build => $"{Text} {typeof(Core.Linting.Linter).Module.ModuleVersionId}";
}
