using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests;

[Collection(PackageTests.Name)]
public sealed class WhenWarningsWeighMore : IDisposable
{
    private readonly Solution solution;

    public WhenWarningsWeighMore(PackedPackage package)
    {
        solution = WhenALineIsBad.Console(package);
        solution.Write("data/train.jsonl", Sample.LinesWithWarning());
        solution.Run("restore").ShouldPass();
    }

    [Fact]
    public void TheBuildFails()
    {
        Error("-warnaserror");
        Nothing("-p:FineTuneTreatWarningsAsErrors=true", "-p:NoWarn=FT1007");
    }

    [FullFact]
    public void EverySwitchOfTheEngineWorks()
    {
        Error("-p:FineTuneTreatWarningsAsErrors=true");
        Nothing("-p:NoWarn=FT1007");
        Error("-warnaserror:FT1007");
        Error("-p:WarningsAsErrors=FT1007");
        Error("-p:MSBuildTreatWarningsAsErrors=true");
        Warning("-p:TreatWarningsAsErrors=true");
        Warning("-warnaserror", "-warnnotaserror:FT1007");
        Warning("-p:FineTuneTreatWarningsAsErrors=true", "-p:WarningsNotAsErrors=FT1007");
        Nothing("-warnasmessage:FT1007");
        Nothing("-p:FineTuneEnabled=false");
        Nothing("-p:FineTuneLintOnBuild=false");
    }

    public void Dispose() => solution.Dispose();

    private void Error(params string[] arguments) =>
        Lint(arguments).ShouldFail().Diagnostics().ShouldHaveSingleItem().ShouldBeOfType<Microsoft.Build.Logging.StructuredLogger.Error>().Code.ShouldBe("FT1007");

    private void Warning(params string[] arguments) =>
        Lint(arguments).ShouldPass().Diagnostics().ShouldHaveSingleItem().ShouldBeOfType<Microsoft.Build.Logging.StructuredLogger.Warning>();

    private void Nothing(params string[] arguments) => Lint(arguments).ShouldPass().Diagnostics().ShouldBeEmpty();

    private BuildResult Lint(string[] arguments) => solution.Build([.. arguments, "--no-restore"]);
}
