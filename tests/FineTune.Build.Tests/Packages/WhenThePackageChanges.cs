using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests.Packages;

[Collection(PackageTests.Name)]
public sealed class WhenThePackageChanges(PackedPackage package) : IDisposable
{
    private readonly Solution solution = new(package);

    [FullFact]
    public void DataIsReadAnewAndTheConstantsStay()
    {
        Project("lib");
        solution.Build("lib").ShouldPass().Says("data read").ShouldBeTrue();
        solution.Build("lib", "--no-restore").ShouldPass().Says("nothing changed").ShouldBeTrue();
        var constants = solution.At("lib/obj/Debug/net10.0/FineTunedModels.g.cs");
        var (text, written) = (File.ReadAllText(constants), File.GetLastWriteTimeUtc(constants));

        Change("lib");

        var build = solution.Build("lib").ShouldPass();
        build.Count("FT1007").ShouldBe(1);
        build.Says("data read").ShouldBeTrue();
        build.Says("nothing changed").ShouldBeFalse();
        File.ReadAllText(constants).ShouldBe(text);
        File.GetLastWriteTimeUtc(constants).ShouldBe(written);
        solution.Build("lib", "--no-restore").ShouldPass().Says("nothing changed").ShouldBeTrue();
    }

    [FullTheory]
    [InlineData("-m:1")]
    [InlineData("-m:4")]
    [InlineData("-m:1", "-graph")]
    [InlineData("-mt")]
    [InlineData("-m:1", "-p:FineTuneEngine=taskhost")]
    public void TwoVersionsInOneBuildDoNotDisturbEachOther(params string[] mode)
    {
        Project("one");
        Project("two", "<TargetFrameworks>net10.0;net8.0</TargetFrameworks>");
        Change("two");
        solution.Write("all.slnx", """<Solution><Project Path="one/one.csproj" /><Project Path="two/two.csproj" /></Solution>""");
        solution.Run("restore", "all.slnx").ShouldPass();

        var build = solution.Build(["all.slnx", "--no-restore", .. mode]).ShouldPass();

        build.Count("FT1007").ShouldBe(2);
        build.Messages("data read").ShouldBe(2);
        build.Says($"/finetune.build/{package.Version}/tasks/").ShouldBeTrue();
        build.Says($"/finetune.build/{OtherVersion.Of(package)}/tasks/").ShouldBeTrue();
        solution.Build(["all.slnx", "--no-restore", .. mode]).ShouldPass().Messages("nothing changed").ShouldBe(2);
    }

    public void Dispose() => solution.Dispose();

    private void Project(string folder, string properties = "<TargetFramework>net10.0</TargetFramework>")
    {
        solution.WriteProject($"{folder}/{folder}.csproj", properties);
        solution.Write($"{folder}/finetune.yml", Sample.Manifest);
        solution.Write($"{folder}/data/train.jsonl", Sample.LinesWithWarning());
        Locks.Train(solution, $"{folder}/finetune.yml");
    }

    private void Change(string folder)
    {
        var project = $"{folder}/{folder}.csproj";
        solution.Write(project, File.ReadAllText(solution.At(project)).Replace($"\"{package.Version}\"", $"\"{OtherVersion.Of(package)}\"", StringComparison.Ordinal));
    }
}
