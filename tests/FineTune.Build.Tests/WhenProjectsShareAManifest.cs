using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests;

[Collection(PackageTests.Name)]
public sealed class WhenProjectsShareAManifest(PackedPackage package) : IDisposable
{
    private readonly Solution solution = new(package);

    [FullTheory]
    [InlineData("-m:4")]
    [InlineData("-mt")]
    [InlineData("-graph")]
    [InlineData("-graph", "-isolate")]
    [InlineData("-m:4", "-p:FineTuneEngine=taskhost")]
    [InlineData("-m:4", "-p:FineTuneEngine=tool")]
    public void TheDataIsReadOnce(params string[] arguments)
    {
        solution.WriteProject("src/one/one.csproj", "<TargetFramework>net10.0</TargetFramework>");
        solution.WriteProject("src/two/two.csproj", "<TargetFramework>net10.0</TargetFramework>");
        solution.WriteProject("src/three/three.csproj", "<TargetFrameworks>net10.0;net8.0</TargetFrameworks>");
        solution.Write("all.slnx", """<Solution><Project Path="src/one/one.csproj" /><Project Path="src/two/two.csproj" /><Project Path="src/three/three.csproj" /></Solution>""");
        solution.Write("finetune.yml", Sample.Manifest);
        solution.Write("data/train.jsonl", Sample.LinesWithWarning());

        solution.Run("restore", "all.slnx").ShouldPass();

        var build = solution.Build(["all.slnx", "--no-restore", .. arguments]).ShouldPass();

        build.Count("FT1007").ShouldBe(3);
        build.Messages("data read").ShouldBe(1);
        build.Messages("nothing changed").ShouldBe(2);
    }

    public void Dispose() => solution.Dispose();
}
