using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests.Packages;

/// <summary>The project files do not name the package.</summary>
[Collection(PackageTests.Name)]
public sealed class WhenThePackageComesFromAbove : IDisposable
{
    private const string Plain = """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""";
    private const string Referring = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFrameworks>net10.0;net8.0</TargetFrameworks></PropertyGroup>
          <ItemGroup><ProjectReference Include="../other/other.csproj" /><ProjectReference Include="../lib/lib.csproj" Condition="'$(TargetFramework)' == 'net10.0'" /></ItemGroup>
        </Project>
        """;

    private readonly PackedPackage package;
    private readonly Solution solution;

    public WhenThePackageComesFromAbove(PackedPackage package)
    {
        this.package = package;
        solution = new(package);
        solution.Write("finetune.yml", Sample.Manifest);
        solution.Write("data/train.jsonl", Sample.LinesWithWarning());
        solution.Write("lib/lib.csproj", Plain);
        solution.Write("other/other.csproj", Plain.Replace("net10.0", "netstandard2.0", StringComparison.Ordinal));
        solution.Write("app/app.csproj", Referring);
    }

    [FullFact]
    public void PropertiesOfTheFolderBringIt()
    {
        solution.Write("Directory.Build.props", $"<Project>{solution.Reference}</Project>");

        EachIsLintedOnce();
    }

    [FullFact]
    public void CentralVersionsBringIt()
    {
        solution.Write("Directory.Packages.props", $"""
            <Project>
              <PropertyGroup>
                <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
                <RestoreAdditionalProjectSources>{package.Feed}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup><GlobalPackageReference Include="FineTune.Build" Version="{package.Version}" /></ItemGroup>
            </Project>
            """);

        EachIsLintedOnce();
    }

    [FullTheory]
    [InlineData(" PrivateAssets=\"all\"")]
    [InlineData("")]
    public void AProjectDoesNotHaveItFromThoseThatItRefersTo(string assets)
    {
        solution.WriteProject("lib/lib.csproj", "<TargetFramework>net10.0</TargetFramework>");
        solution.Write("lib/lib.csproj", File.ReadAllText(solution.At("lib/lib.csproj")).Replace(" PrivateAssets=\"all\"", assets, StringComparison.Ordinal));
        solution.Write("Directory.Build.props", $"<Project><PropertyGroup><RestoreAdditionalProjectSources>{package.Feed}</RestoreAdditionalProjectSources></PropertyGroup></Project>");

        var build = solution.Build("app").ShouldPass();

        build.Count("FT1007").ShouldBe(1);
        build.Tasks("LintDatasets").ShouldHaveSingleItem();
        build.Tasks("GenerateModels").ShouldHaveSingleItem();
    }

    public void Dispose() => solution.Dispose();

    private void EachIsLintedOnce()
    {
        var build = solution.Build("app").ShouldPass();

        build.Count("FT1007").ShouldBe(3);
        build.Messages("data read").ShouldBe(1);
        build.Tasks("GenerateModels").Count.ShouldBe(4);
    }
}
