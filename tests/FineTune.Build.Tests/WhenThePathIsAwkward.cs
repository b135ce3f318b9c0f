using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests;

[Collection(PackageTests.Name)]
public sealed class WhenThePathIsAwkward(PackedPackage package) : IDisposable
{
    private readonly Solution solution = WhenALineIsBad.Console(package, "Größe & 形 'x' 100% (a@b) ü");

    [Fact]
    public void FindingsAndConstantsStillCome()
    {
        solution.Write("finetune.yml", Sample.Manifest.Replace("data/*.jsonl", "\"daten; neu/*.jsonl\"", StringComparison.Ordinal));
        solution.Write("daten; neu/schlüssel.jsonl", Sample.LinesWithWarning());

        var build = solution.Build().ShouldPass();

        build.Diagnostics().ShouldHaveSingleItem().File.ShouldEndWith("schlüssel.jsonl");
        build.Output.ShouldContain($"daten; neu{Path.DirectorySeparatorChar}schlüssel.jsonl(3,1");
        File.Exists(solution.At("obj/Debug/net10.0/FineTunedModels.g.cs")).ShouldBeTrue();
        solution.Build("--no-restore").ShouldPass().Says("nothing changed").ShouldBeTrue();
    }

    public void Dispose() => solution.Dispose();
}
