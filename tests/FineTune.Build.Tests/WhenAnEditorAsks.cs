using System.Text.Json;
using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests;

[Collection(PackageTests.Name)]
public sealed class WhenAnEditorAsks(PackedPackage package) : IDisposable
{
    private readonly Solution solution = WhenALineIsBad.Console(package);

    [Fact]
    public void ConstantsAreWrittenAndNothingIsLinted()
    {
        solution.Write("data/train.jsonl", Sample.LinesWithFault());

        var build = solution.Build("-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true").ShouldPass();

        build.Diagnostics().ShouldBeEmpty();
        build.Tasks("LintDatasets").ShouldBeEmpty();
        File.Exists(solution.At("obj/Debug/net10.0/FineTunedModels.g.cs")).ShouldBeTrue();
    }

    [Fact]
    public void ItKnowsWhatABuildDependsOn()
    {
        solution.Write("data/50% (a;b) 'ü' @x.jsonl", Sample.Lines(60, from: 100));
        solution.Write("data/train.jsonl", Sample.Lines());
        solution.Build().ShouldPass();

        var (_, output) = Dotnet.Run(solution.Folder, ["msbuild", "-getItem:UpToDateCheckInput"], new Dictionary<string, string> { ["NUGET_PACKAGES"] = package.Packages });

        using var items = JsonDocument.Parse(output);
        items.RootElement.GetProperty("Items").GetProperty("UpToDateCheckInput").EnumerateArray().Select(item => item.GetProperty("FullPath").GetString())
            .ShouldBe(((string[])["data/50% (a;b) 'ü' @x.jsonl", "data/train.jsonl", "finetune.yml"]).Select(solution.At), ignoreOrder: true);
    }

    [FullFact]
    public void AProjectMayDoWithoutConstants()
    {
        solution.Write("data/train.jsonl", Sample.LinesWithWarning());

        solution.Build("-p:FineTuneGenerateModels=false").ShouldPass().Count("FT1007").ShouldBe(1);

        File.Exists(solution.At("obj/Debug/net10.0/FineTunedModels.g.cs")).ShouldBeFalse();
    }

    public void Dispose() => solution.Dispose();
}
