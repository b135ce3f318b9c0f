using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests;

[Collection(PackageTests.Name)]
public sealed class WhenProjectsDiffer : IDisposable
{
    private readonly Solution solution;

    public WhenProjectsDiffer(PackedPackage package)
    {
        solution = new(package);
        solution.Write("finetune.yml", Sample.Manifest);
        solution.Write("data/train.jsonl", Sample.LinesWithWarning());
    }

    [FullTheory]
    [InlineData("Microsoft.NET.Sdk", "<TargetFramework>net10.0</TargetFramework>")]
    [InlineData("Microsoft.NET.Sdk", "<TargetFramework>net8.0</TargetFramework>")]
    [InlineData("Microsoft.NET.Sdk", "<TargetFramework>netstandard2.0</TargetFramework>")]
    [InlineData("Microsoft.NET.Sdk", "<TargetFramework>net10.0</TargetFramework><TreatWarningsAsErrors>true</TreatWarningsAsErrors>")]
    [InlineData("Microsoft.NET.Sdk", "<TargetFramework>net10.0</TargetFramework><ContinuousIntegrationBuild>true</ContinuousIntegrationBuild><Deterministic>true</Deterministic>")]
    [InlineData("Microsoft.NET.Sdk", "<TargetFramework>net10.0</TargetFramework><LangVersion>7.3</LangVersion>")]
    [InlineData("Microsoft.NET.Sdk", "<TargetFramework>net10.0</TargetFramework><EnableTrimAnalyzer>true</EnableTrimAnalyzer><IsAotCompatible>true</IsAotCompatible><TreatWarningsAsErrors>true</TreatWarningsAsErrors>")]
    [InlineData("Microsoft.NET.Sdk.Web", "<TargetFramework>net10.0</TargetFramework><OutputType>Library</OutputType>")]
    [InlineData("Microsoft.NET.Sdk.Razor", "<TargetFramework>net10.0</TargetFramework>")]
    [InlineData("Microsoft.NET.Sdk.Worker", "<TargetFramework>net10.0</TargetFramework><OutputType>Library</OutputType>")]
    public void EachIsLintedAndKnowsItsModels(string sdk, string properties)
    {
        solution.WriteProject("lib.csproj", properties + "<RootNamespace>lib</RootNamespace>", sdk: sdk);
        solution.Write("Code.cs", "public static class Code { public static int Count => lib.FineTunedModels.All.Count; }\n");

        solution.Build().ShouldPass().Count("FT1007").ShouldBe(1);
        solution.Build("--no-restore").ShouldPass().Count("FT1007").ShouldBe(1);
    }

    [FullTheory]
    [InlineData("lib.vbproj", "Code.vb", "Public Module Code\n  Public ReadOnly Count As Integer = FineTunedModels.All.Count\nEnd Module\n")]
    [InlineData("lib.fsproj", "Code.fs", "module Code\nlet count = lib.FineTunedModels.All.Count\n")]
    public void LanguagesDifferToo(string project, string code, string text)
    {
        var items = project.EndsWith(".fsproj", StringComparison.Ordinal) ? $"""<ItemGroup><Compile Include="{code}" /></ItemGroup>""" : "";
        solution.WriteProject(project, "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks><RootNamespace>lib</RootNamespace><TreatWarningsAsErrors>true</TreatWarningsAsErrors>", items);
        solution.Write(code, text);

        var build = solution.Build().ShouldPass();

        build.Count("FT1007").ShouldBe(1);
        build.Tasks("GenerateModels").Count.ShouldBe(2);
        solution.Build("--no-restore", "-graph").ShouldPass().Count("FT1007").ShouldBe(1);
    }

    [FullFact]
    public void VersionsMayBeManagedCentrally()
    {
        solution.WriteProject("lib.csproj", "<TargetFramework>net10.0</TargetFramework>");
        var project = File.ReadAllText(solution.At("lib.csproj"));
        var version = System.Text.RegularExpressions.Regex.Match(project, "Version=\"([^\"]+)\"").Groups[1].Value;
        solution.Write("lib.csproj", project.Replace($" Version=\"{version}\"", "", StringComparison.Ordinal));
        solution.Write("Directory.Packages.props", $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup><PackageVersion Include="FineTune.Build" Version="{version}" /></ItemGroup>
            </Project>
            """);

        solution.Build().ShouldPass().Count("FT1007").ShouldBe(1);
    }

    [FullFact]
    public void OutputMayLieElsewhere()
    {
        solution.WriteProject("src/lib.csproj", "<TargetFrameworks>net10.0;net8.0</TargetFrameworks>");
        solution.Write("Directory.Build.props", "<Project><PropertyGroup><UseArtifactsOutput>true</UseArtifactsOutput><ArtifactsPath>$(MSBuildThisFileDirectory)out</ArtifactsPath></PropertyGroup></Project>");

        solution.Build("src").ShouldPass().Count("FT1007").ShouldBe(1);
        File.Exists(solution.At("out/obj/lib/debug_net8.0/FineTunedModels.g.cs")).ShouldBeTrue();
        Directory.Exists(solution.At("src/obj")).ShouldBeFalse();

        solution.Run("clean", "src").ShouldPass();
        File.Exists(solution.At("out/obj/lib/debug_net8.0/FineTunedModels.g.cs")).ShouldBeFalse();
        Directory.Exists(solution.At("out/obj/lib/finetune")).ShouldBeFalse();
    }

    [FullFact]
    public void PropertiesMayComeFromAbove()
    {
        solution.WriteProject("src/lib.csproj", "<TargetFramework>net10.0</TargetFramework>");
        solution.Write("Directory.Build.props", "<Project><PropertyGroup><FineTuneTreatWarningsAsErrors>true</FineTuneTreatWarningsAsErrors></PropertyGroup></Project>");

        solution.Build("src").ShouldFail().Count("FT1007").ShouldBe(1);
    }

    [FullFact]
    public void DataThatWasNotFetchedIsAWarning()
    {
        solution.WriteProject("lib.csproj", "<TargetFramework>net10.0</TargetFramework>");
        solution.Write("data/train.jsonl", "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n");

        solution.Build().ShouldPass().Diagnostics().ShouldHaveSingleItem().Code.ShouldBe("FT1013");
    }

    [FullFact]
    public void AManifestWithFaultsSaysEachOnce()
    {
        solution.WriteProject("lib.csproj", "<TargetFramework>net10.0</TargetFramework>");
        solution.Write("finetune.yml", Sample.Manifest.Replace("base_model", "base_modell", StringComparison.Ordinal));

        var build = solution.Build().ShouldFail();

        build.Diagnostics().Select(diagnostic => (diagnostic.Code, diagnostic.LineNumber)).ShouldBe([("FT0003", 5), ("FT0004", 3)], ignoreOrder: true);
    }

    [FullFact]
    public void SourcesMayBeReadOnly()
    {
        // Root writes everywhere: a file where the cache's folder would be is as closed as a read-only share.
        solution.WriteProject("lib.csproj", "<TargetFramework>net10.0</TargetFramework>");
        solution.Write(".finetune", "closed");

        solution.Build().ShouldPass();
        solution.Build("--no-restore").ShouldPass().Messages("nothing changed").ShouldBe(1);
    }

    [FullFact]
    public void NamesMayBeLong()
    {
        var folder = string.Join('/', Enumerable.Repeat("a-folder-with-quite-a-long-name", 5));
        solution.WriteProject("lib.csproj", "<TargetFramework>net10.0</TargetFramework>");
        solution.Write("finetune.yml", Sample.Manifest.Replace("data/*.jsonl", "data/**/*.jsonl", StringComparison.Ordinal));
        solution.Write($"data/{folder}/train.jsonl", Sample.LinesWithWarning());
        File.Delete(solution.At("data/train.jsonl"));

        solution.Build().ShouldPass().Count("FT1007").ShouldBe(1);
    }

    [FullFact]
    public void TheLintRunsAloneToo()
    {
        solution.WriteProject("lib.csproj", "<TargetFramework>net10.0</TargetFramework><FineTuneLintOnBuild>false</FineTuneLintOnBuild>");

        solution.Build().ShouldPass().Count("FT1007").ShouldBe(0);
        var lint = solution.Build("--no-restore", "-t:FineTuneLint", "-p:FineTuneSarifFile=obj/lint.sarif").ShouldPass();

        lint.Count("FT1007").ShouldBe(1);
        File.ReadAllText(solution.At("obj/lint.sarif")).ShouldContain("\"FT1007\"");
    }

    [FullFact]
    public void AToolOfAnotherVersionIsNamed()
    {
        solution.WriteProject("lib.csproj", "<TargetFramework>net10.0</TargetFramework>");
        solution.Write("data/train.jsonl", Sample.Lines());
        solution.Write("dotnet-tools.json", """
            {
              "version": 1,
              "isRoot": true,
              "tools": { "finetune.tool": { "version": "9.1.0", "commands": ["finetune"] } }
            }
            """);

        var diagnostic = solution.Build().ShouldPass().Diagnostics().ShouldHaveSingleItem();

        (diagnostic.Code, diagnostic.LineNumber).ShouldBe(("FT9002", 4));
        diagnostic.Text.ShouldContain("9.1.0");
    }

    [FullFact]
    public void TestsAreProjectsToo()
    {
        solution.WriteProject("tests.csproj", "<TargetFramework>net10.0</TargetFramework><IsTestProject>true</IsTestProject>",
            """<ItemGroup><PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.0.1" /><PackageReference Include="xunit" Version="2.9.3" /><PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" /></ItemGroup>""");
        solution.Write("Code.cs", "public class Facts { [Xunit.Fact] public void Holds() => Xunit.Assert.Empty(tests.FineTunedModels.All); }\n");

        var run = solution.Run("test").ShouldPass();

        run.Count("FT1007").ShouldBe(1);
        run.Output.ShouldContain("Passed!", Case.Sensitive, run.Output);
    }

    public void Dispose() => solution.Dispose();
}
