using System.Reflection;
using PublicApiGenerator;

namespace FineTune.Tests;

/// <summary>What an assembly shows to those who reference it.</summary>
internal static class PublicSurface
{
    // Said by the project file, and no promise to a caller.
    private static readonly string[] Unsaid = ["System.Runtime.CompilerServices.InternalsVisibleToAttribute", "System.Reflection.AssemblyMetadataAttribute", "System.Runtime.Versioning.TargetFrameworkAttribute"];

    public static string Of(Assembly assembly) => assembly.GeneratePublicApi(new ApiGeneratorOptions { ExcludeAttributes = Unsaid }).ReplaceLineEndings("\n") + "\n";
}
