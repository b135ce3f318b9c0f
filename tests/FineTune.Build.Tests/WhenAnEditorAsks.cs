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

    public void Dispose() => solution.Dispose();
}
