using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests;

/// <summary>What users have by default: the worker processes of one build do the next one's work too.</summary>
[Collection(PackageTests.Name)]
public sealed class WhenNodesAreReused : IDisposable
{
    // Empty is MSBuild's default; the time is for how long a process without work stays, should the test be interrupted.
    private static readonly Dictionary<string, string> Defaults = new() { ["MSBUILDDISABLENODEREUSE"] = "", ["MSBUILDNODECONNECTIONTIMEOUT"] = "15000" };
    private static readonly string[] Names = ["one", "two", "three", "four"];

    private readonly PackedPackage package;
    private readonly Solution solution;

    public WhenNodesAreReused(PackedPackage package)
    {
        this.package = package;
        solution = new(package);
        foreach (var name in Names)
        {
            solution.WriteProject($"{name}/{name}.csproj", "<TargetFrameworks>net10.0;net8.0</TargetFrameworks>");
            solution.Write($"{name}/finetune.yml", Sample.Manifest);
            solution.Write($"{name}/data/train.jsonl", Sample.LinesWithWarning());
        }
        solution.Write("all.slnx", $"<Solution>{string.Concat(Names.Select(name => $"""<Project Path="{name}/{name}.csproj" />"""))}</Solution>");
        solution.Run("restore", "all.slnx").ShouldPass();
    }

    [FullTheory]
    [InlineData]
    [InlineData("-graph")]
    public void NothingIsLeftOfTheBuildBefore(params string[] mode)
    {
        Build(mode).Count("FT1007").ShouldBe(4);
        var nodes = WorkerNodes.Of(package);
        nodes.ShouldNotBeEmpty();

        Build(mode).Count("FT1007").ShouldBe(4);
        WorkerNodes.Of(package).Intersect(nodes).ShouldNotBeEmpty();

        solution.Write("one/data/train.jsonl", Sample.Lines());
        Build(mode).Count("FT1007").ShouldBe(3);
        WorkerNodes.Of(package).Intersect(nodes).ShouldNotBeEmpty();
    }

    public void Dispose()
    {
        WorkerNodes.End(package);
        solution.Dispose();
    }

    private BuildResult Build(string[] mode) => solution.Run(Defaults, "build", ["all.slnx", "--no-restore", "-m:4", "-nr:true", .. mode]).ShouldPass();
}
