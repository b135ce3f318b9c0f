using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests;

[Collection(PackageTests.Name)]
public sealed class WhenThereIsNoManifest(PackedPackage package) : IDisposable
{
    private readonly Solution solution = new(package);

    [Fact]
    public void TheBuildKnowsNothingOfUs()
    {
        solution.WriteProject("lib.csproj", "<TargetFramework>net10.0</TargetFramework>");

        var build = solution.Build().ShouldPass();

        build.Diagnostics().ShouldBeEmpty();
        build.Tasks("LintDatasets").ShouldBeEmpty();
        build.Tasks("GenerateModels").ShouldBeEmpty();
        Directory.Exists(solution.At("obj/finetune")).ShouldBeFalse();
    }

    [Fact]
    public void ANamedOneThatIsMissingIsAnError()
    {
        solution.WriteProject("lib.csproj", "<TargetFramework>net10.0</TargetFramework><FineTuneManifest>other.yml</FineTuneManifest>");

        solution.Build().ShouldFail().Diagnostics().ShouldHaveSingleItem().Code.ShouldBe("FT0001");
    }

    public void Dispose() => solution.Dispose();
}
