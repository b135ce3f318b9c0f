using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests;

[Collection(PackageTests.Name)]
public sealed class WhenProjectsShareAManifest(PackedPackage package) : IDisposable
{
    private readonly Solution solution = new(package);

    [FullTheory]
    [InlineData("-m:4")]
    [InlineData("-mt")]
    public void TheDataIsReadOnce(string engine)
    {
        foreach (var name in new[] { "one", "two", "three" })
        {
            solution.WriteProject($"src/{name}/{name}.csproj", "<TargetFramework>net10.0</TargetFramework>");
        }
        solution.Write("all.slnx", """<Solution><Project Path="src/one/one.csproj" /><Project Path="src/two/two.csproj" /><Project Path="src/three/three.csproj" /></Solution>""");
        solution.Write("finetune.yml", Sample.Manifest);
        solution.Write("data/train.jsonl", Sample.LinesWithWarning());

        var build = solution.Build("all.slnx", engine).ShouldPass();

        build.Count("FT1007").ShouldBe(3);
        build.Messages("data read").ShouldBe(1);
        build.Messages("nothing changed").ShouldBe(2);
    }

    public void Dispose() => solution.Dispose();
}
