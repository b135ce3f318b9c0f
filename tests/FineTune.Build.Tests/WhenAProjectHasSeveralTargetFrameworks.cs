using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests;

[Collection(PackageTests.Name)]
public sealed class WhenAProjectHasSeveralTargetFrameworks : IDisposable
{
    private readonly Solution solution;

    public WhenAProjectHasSeveralTargetFrameworks(PackedPackage package)
    {
        solution = new(package);
        solution.WriteProject("lib/lib.csproj", "<TargetFrameworks>net10.0;net8.0</TargetFrameworks>");
        solution.WriteProject("app/app.csproj", "<TargetFramework>net8.0</TargetFramework><FineTuneEnabled>false</FineTuneEnabled>", """<ItemGroup><ProjectReference Include="../lib/lib.csproj" /></ItemGroup>""");
        solution.Write("all.slnx", """<Solution><Project Path="lib/lib.csproj" /><Project Path="app/app.csproj" /></Solution>""");
        solution.Write("lib/finetune.yml", Sample.Manifest);
        solution.Write("lib/data/train.jsonl", Sample.LinesWithWarning());
    }

    [Fact]
    public void TheDataIsLintedOnce()
    {
        solution.Build("lib").ShouldPass().Count("FT1007").ShouldBe(1);
        solution.Build("lib", "--no-restore", "-f", "net8.0").ShouldPass().Count("FT1007").ShouldBe(1);
        solution.Build("lib", "--no-restore", "-p:NoWarn=FT1007").ShouldPass().Count("FT1007").ShouldBe(0);
    }

    [FullTheory]
    [InlineData("build", "all.slnx")]
    [InlineData("build", "all.slnx", "-m:1")]
    [InlineData("build", "all.slnx", "-m:4")]
    [InlineData("build", "all.slnx", "-graph")]
    [InlineData("build", "all.slnx", "-graph", "-isolate")]
    [InlineData("build", "all.slnx", "-mt")]
    [InlineData("build", "all.slnx", "-mt", "-graph")]
    [InlineData("build", "app")]
    [InlineData("build", "app", "-graph")]
    [InlineData("build", "lib", "-graph")]
    [InlineData("build", "lib", "-f", "net10.0")]
    [InlineData("build", "lib", "-f", "net8.0", "-graph")]
    [InlineData("build", "all.slnx", "--no-incremental")]
    [InlineData("build", "all.slnx", "-t:Rebuild")]
    [InlineData("build", "lib", "-t:FineTuneLint")]
    [InlineData("publish", "all.slnx", "-p:TargetFramework=net8.0")]
    [InlineData("publish", "lib", "-f", "net8.0")]
    [InlineData("publish", "app")]
    public void TheDataIsLintedOnceIn(string command, params string[] arguments)
    {
        solution.Run("restore", "all.slnx").ShouldPass();
        // Without a trained model, publishing is refused; the lint is counted all the same.
        solution.Run(command, [.. arguments, "--no-restore"]).Count("FT1007").ShouldBe(1);
    }

    [FullFact]
    public void ThePackageHasAllOfThemAndTheLockIsVerifiedOnce()
    {
        Locks.Train(solution, "lib/finetune.yml");

        var pack = solution.Run("pack", "lib", "-o", "out").ShouldPass();

        pack.Tasks("VerifyLock").Count.ShouldBe(1);
        pack.Tasks("LintDatasets").Count.ShouldBe(1);
        using var zip = System.IO.Compression.ZipFile.OpenRead(Directory.EnumerateFiles(solution.At("out"), "*.nupkg").ShouldHaveSingleItem());
        zip.Entries.Select(entry => entry.FullName).Where(path => path.EndsWith("lib.dll", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .ShouldBe(["lib/net10.0/lib.dll", "lib/net8.0/lib.dll"]);
    }

    public void Dispose() => solution.Dispose();
}
