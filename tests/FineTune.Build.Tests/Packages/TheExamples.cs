using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests.Packages;

/// <summary>Each example, in a folder of its own, as its README says.</summary>
[Collection(PackageTests.Name)]
public sealed class TheExamples(PackedPackage package) : IDisposable
{
    private readonly Solution solution = new(package);

    [FullFact]
    public void ALibraryShipsItsModelsAsAPackage()
    {
        Copy("model-library");
        Release("Contoso.Models").ShouldPass();
        solution.Run("pack", [.. Sources, "Contoso.Models"]).ShouldPass().Diagnostics().ShouldBeEmpty();

        var desk = solution.Run("build", "Contoso.Desk").ShouldPass();
        desk.Tasks("GenerateModels").ShouldBeEmpty();
        Dotnet.Run(solution.At("Contoso.Desk"), ["run", "--no-build"]).Output.ShouldMatch("^ticket-router 1: ft:gpt-4.1-mini-2025-04-14:.*tickets.*, tuned from gpt-4.1-mini-2025-04-14\n$");

        File.AppendAllText(solution.At("Contoso.Models/data/tickets.jsonl"), File.ReadLines(solution.At("Contoso.Models/data/tickets.jsonl")).First().Replace("March", "May", StringComparison.Ordinal) + "\n");
        solution.Run("pack", [.. Sources, "Contoso.Models"]).ShouldFail().Errors().ShouldHaveSingleItem().Code.ShouldBe("FT7002");
    }

    [FullFact]
    public void ALibraryForSeveralFrameworksIsCheckedOnce()
    {
        Copy("multi-targeted");
        Release("").ShouldPass();

        var build = solution.Run("build", Sources).ShouldPass();

        build.Tasks("LintDatasets").Count.ShouldBe(1);
        build.Tasks("GenerateModels").Count.ShouldBe(3);
    }

    [FullFact]
    public void FSharpHasItsConstants()
    {
        Copy("fsharp");
        Release("").ShouldPass();

        solution.Run("build", Sources).ShouldPass().Diagnostics().ShouldBeEmpty();

        Dotnet.Run(solution.Folder, ["run", "--no-build"]).Output.ShouldMatch("^ft:gpt-4.1-mini-2025-04-14:.*units.*, version 1\n$");
    }

    public void Dispose() => solution.Dispose();

    private string[] Sources => [$"-p:RestoreAdditionalProjectSources={package.Feed}", $"-p:FineTuneBuildVersion={package.Version}"];

    private BuildResult Release(string project) =>
        solution.Run("build", [.. Sources, "-t:FineTuneRelease", "-p:FineTuneReleaseArguments=--emulator-speed instant", .. project.Length > 0 ? [project] : Array.Empty<string>()]);

    private void Copy(string example)
    {
        var from = Path.Combine(Repository.Root, "examples", example);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(from, file);
            if (!path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "feed" or ".finetune") && !path.EndsWith(".lock.json", StringComparison.Ordinal))
            {
                solution.Write(path, File.ReadAllText(file));
            }
        }
    }
}
