using System.Security.Cryptography;
using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests;

/// <summary>The same sources in another folder, as another machine has them. Not in F#, whose compiler keeps the folder in mind.</summary>
[Collection(PackageTests.Name)]
public sealed class WhenTheSameIsBuiltElsewhere(PackedPackage package)
{
    private const string Mapped = "<PathMap>$(MSBuildProjectDirectory)=/src</PathMap>";
    private const string Deterministic = "<ContinuousIntegrationBuild>true</ContinuousIntegrationBuild><DeterministicSourcePaths>true</DeterministicSourcePaths>";

    [FullTheory]
    [InlineData("lib.csproj", Mapped)]
    [InlineData("lib.csproj", Deterministic)]
    [InlineData("lib.vbproj", Mapped)]
    [InlineData("lib.vbproj", Deterministic)]
    public void TheAssemblyIsTheSame(string project, string properties) =>
        Build(project, properties, "here").ShouldBe(Build(project, properties, "a/longer way"));

    private string Build(string project, string properties, string folder)
    {
        using var solution = new Solution(package, folder);
        solution.WriteProject(project, $"<TargetFramework>net10.0</TargetFramework><EmbedAllSources>true</EmbedAllSources>{properties}",
            """<ItemGroup><SourceRoot Include="$(MSBuildProjectDirectory)/" /></ItemGroup>""");
        solution.Write("finetune.yml", Sample.Manifest);
        solution.Write("data/train.jsonl", Sample.LinesWithWarning());
        Locks.Train(solution);

        solution.Build().ShouldPass().Count("FT1007").ShouldBe(1);

        return Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(solution.At("bin/Debug/net10.0/lib.dll"))));
    }
}
