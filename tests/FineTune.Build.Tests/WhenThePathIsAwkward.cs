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

    [FullFact]
    public void ItCanBePackedPublishedAndCleaned()
    {
        solution.Write("data/schlüssel.jsonl", Sample.LinesWithWarning());
        solution.WriteProject("die Lösung/lib.csproj", "<TargetFrameworks>net10.0;net8.0</TargetFrameworks>");
        solution.Write("die Lösung/Code.cs", "public static class Code { public static string Id => lib.FineTunedModels.SupportBot.Id; }\n");
        Locks.Train(solution);
        solution.Run("restore", "die Lösung").ShouldPass();

        Once("build", "-graph", "-isolate");
        Once("build", "-p:FineTuneEngine=tool");
        Once("publish", "-f", "net8.0");
        File.Exists(solution.At("die Lösung/bin/Release/net8.0/publish/lib.dll")).ShouldBeTrue();
        Once("pack");
        Directory.EnumerateFiles(solution.At("die Lösung/bin/Release"), "*.nupkg").ShouldHaveSingleItem();

        File.Exists(solution.At("die Lösung/obj/Release/net8.0/FineTunedModels.g.cs")).ShouldBeTrue();
        solution.Run("clean", "die Lösung", "-c", "Release").ShouldPass();
        File.Exists(solution.At("die Lösung/obj/Release/net8.0/FineTunedModels.g.cs")).ShouldBeFalse();
        Directory.Exists(solution.At("die Lösung/obj/finetune")).ShouldBeFalse();
    }

    public void Dispose() => solution.Dispose();

    private void Once(string command, params string[] arguments) =>
        solution.Run(command, ["die Lösung", "--no-restore", .. arguments]).ShouldPass().Diagnostics().ShouldHaveSingleItem().Code.ShouldBe("FT1007");
}
