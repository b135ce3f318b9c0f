using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests;

[Collection(PackageTests.Name)]
public sealed class WhenTheManifestIsNamed(PackedPackage package) : IDisposable
{
    private readonly Solution solution = WhenALineIsBad.Console(package);

    [Theory]
    [InlineData("finetune.prod.yml")]
    [InlineData("finetune.prod.yml", "-p:FineTuneEngine=tool")]
    public void ARelativePathStartsAtTheProject(string manifest, params string[] more)
    {
        solution.Write("finetune.prod.yml", "version: 1\nextends: finetune.yml\n");
        solution.Write("data/train.jsonl", Sample.LinesWithWarning());
        Locks.Train(solution, "finetune.prod.yml");
        solution.Write("Program.cs", "System.Console.WriteLine(app.FineTunedModels.SupportBot.Id);\n");

        var build = solution.Build(["-p:FineTuneManifest=" + manifest, .. more]).ShouldPass();

        build.Diagnostics().ShouldHaveSingleItem().Code.ShouldBe("FT1007");
    }

    [FullFact]
    public void OneThatIsNotThereIsAnError() =>
        solution.Build("-p:FineTuneManifest=finetune.staging.yml").ShouldFail().Diagnostics().Select(diagnostic => diagnostic.Code).Distinct().ShouldBe(["FT0001"]);

    public void Dispose() => solution.Dispose();
}
