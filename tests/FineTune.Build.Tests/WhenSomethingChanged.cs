using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests;

/// <summary>A change makes due what depends on it, and nothing else.</summary>
[Collection(PackageTests.Name)]
public sealed class WhenSomethingChanged : IDisposable
{
    private const string Read = "data read";
    private const string Kept = "nothing changed";

    private readonly Solution solution;

    public WhenSomethingChanged(PackedPackage package)
    {
        solution = WhenALineIsBad.Console(package);
        solution.Write("finetune.yml", Sample.Manifest + "lint:\n  baseline: finetune.baseline.json\n");
        solution.Write("finetune.baseline.json", """{ "version": 1, "findings": [] }""" + "\n");
        solution.Write("data/train.jsonl", Sample.LinesWithWarning());
        Locks.Train(solution);
        solution.Build().ShouldPass();
    }

    [FullFact]
    public void EachChangeMakesDueWhatDependsOnIt()
    {
        After("nothing", () => { }, Kept);
        After("an edit", () => solution.Write("data/train.jsonl", Sample.Lines(61)), Read);
        After("a new file", () => solution.Write("data/more.jsonl", Sample.Lines(3, from: 100)), Read);
        After("another name", () => File.Move(solution.At("data/more.jsonl"), solution.At("data/other.jsonl")), Read);
        After("a deletion", () => File.Delete(solution.At("data/other.jsonl")), Read);
        After("a file that no pattern matches", () => solution.Write("data/notes.txt", "x"), Kept);
        After("another baseline", () => solution.Write("finetune.baseline.json", """{ "version": 1,  "findings": [] }""" + "\n"), Read);
        After("another setting", () => solution.Write("finetune.yml", File.ReadAllText(solution.At("finetune.yml")) + "  rules: { FT4001: error }\n"), Read);
        After("source code", () => solution.Write("Program.cs", "System.Console.WriteLine(\"changed\");\n"), Kept);
        After("nothing", () => { }, Kept);
    }

    [FullFact]
    public void PatternsAndBasesAreFollowed()
    {
        solution.Write("base.yml", Sample.Manifest.Replace("data/*.jsonl", "data/**/*.jsonl", StringComparison.Ordinal));
        solution.Write("finetune.yml", "extends: base.yml\n");
        solution.Build("--no-restore").ShouldPass().Says(Read).ShouldBeTrue();

        After("nothing", () => { }, Kept);
        After("a file in a new folder", () => solution.Write("data/a/b/more.jsonl", Sample.Lines(3, from: 100)), Read);
        After("a file beside it that no pattern matches", () => solution.Write("data/a/b/notes.txt", "x"), Kept);
        After("another name of the same size and time", Rename, Read);
        After("another folder", () => Directory.Move(solution.At("data/a"), solution.At("data/c")), Read);
        After("another base", () => solution.Write("base.yml", File.ReadAllText(solution.At("base.yml")) + "lint:\n  rules: { FT4001: error }\n"), Read);
        After("nothing", () => { }, Kept);

        solution.Write("base.yml", File.ReadAllText(solution.At("base.yml")) + "  nonsense: 1\n");
        solution.Build("--no-restore").ShouldFail().Errors().ShouldHaveSingleItem().File.ShouldEndWith("base.yml");
    }

    [FullFact]
    public void OnlyANewLockMakesNewConstants()
    {
        var generated = solution.At("obj/Debug/net10.0/FineTunedModels.g.cs");
        var written = File.GetLastWriteTimeUtc(generated);
        solution.Write("data/train.jsonl", Sample.Lines(62));
        solution.Build("--no-restore").ShouldPass().Says("the constants are as they were").ShouldBeTrue();
        File.GetLastWriteTimeUtc(generated).ShouldBe(written);

        Locks.Train(solution, id: "ft:gpt-4.1-mini-2025-04-14:contoso:support:XyZ987");
        var build = solution.Build("--no-restore").ShouldPass();
        build.Diagnostics().ShouldBeEmpty();
        build.Says("the constants were written anew").ShouldBeTrue();
        File.ReadAllText(generated).ShouldContain("XyZ987");

        solution.Build("--no-restore", "-p:FineTuneModelsNamespace=Contoso.Other").ShouldPass();
        File.ReadAllText(generated).ShouldContain("namespace Contoso.Other");
        File.Delete(generated);
        solution.Build("--no-restore").ShouldPass();
        File.ReadAllText(generated).ShouldContain("namespace app");
    }

    [FullFact]
    public void ANewDayIsJudgedAnew()
    {
        Dictionary<string, string> later = new() { ["FINETUNE_TODAY"] = "2030-01-01" };

        var old = solution.Run(later, "build", "--no-restore").ShouldPass();
        old.Says(Read).ShouldBeTrue();
        old.Diagnostics().OfType<Microsoft.Build.Logging.StructuredLogger.Warning>().ShouldContain(warning => warning.Code == "FT7006");
        solution.Run(later, "build", "--no-restore").ShouldPass().Says(Kept).ShouldBeTrue();

        solution.Run(later, "build", "--no-restore", "-p:FineTuneLifecycleAsErrors=true").ShouldFail().Errors().Select(error => error.Code).Distinct().ShouldBe(["FT7006"]);
    }

    public void Dispose() => solution.Dispose();

    private void Rename()
    {
        var (old, other) = (new FileInfo(solution.At("data/a/b/more.jsonl")), solution.At("data/a/b/most.jsonl"));
        var (size, written) = (old.Length, old.LastWriteTimeUtc);
        File.Move(old.FullName, other);
        (new FileInfo(other).Length, File.GetLastWriteTimeUtc(other)).ShouldBe((size, written));
    }

    private void After(string change, Action make, string expected)
    {
        make();
        var build = solution.Build("--no-restore").ShouldPass();
        build.Says(expected).ShouldBeTrue($"after {change}: {expected}");
        build.Says(expected == Read ? Kept : Read).ShouldBeFalse($"after {change}");
    }
}
