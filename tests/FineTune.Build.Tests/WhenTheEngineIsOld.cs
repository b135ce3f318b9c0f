using FineTune.Build.Tests.Support;
using Microsoft.Build.Logging.StructuredLogger;

namespace FineTune.Build.Tests;

/// <summary>An MSBuild.exe that cannot load the tasks: FineTuneEngine takes the same way here.</summary>
[Collection(PackageTests.Name)]
public sealed class WhenTheEngineIsOld : IDisposable
{
    private const string Tool = "-p:FineTuneEngine=tool";

    private readonly Solution solution;

    public WhenTheEngineIsOld(PackedPackage package)
    {
        solution = WhenALineIsBad.Console(package, "Größe & 'x' 100% (a@b) $HOME");
        solution.Write("data/train.jsonl", Sample.LinesWithFault());
    }

    [Fact]
    public void ATooOldOneIsNamed()
    {
        var build = solution.Build("-p:_FineTuneEngineVersion=16.11.2").ShouldFail();

        var diagnostic = build.Diagnostics().ShouldHaveSingleItem();
        diagnostic.Code.ShouldBe("FT9001");
        diagnostic.Text.ShouldContain("16.11.2");
    }

    [Fact]
    public void TheBundledToolFindsTheSame()
    {
        var build = solution.Build(Tool).ShouldFail();

        build.Output.ShouldContain($"data{Path.DirectorySeparatorChar}train.jsonl(3,41,3,51): error FT2009: role is \"asistant\"", Case.Sensitive, build.Output);
        var diagnostic = build.Diagnostics().ShouldHaveSingleItem();
        (diagnostic.Code, diagnostic.LineNumber, diagnostic.ColumnNumber, diagnostic.EndLineNumber, diagnostic.EndColumnNumber).ShouldBe(("FT2009", 3, 41, 3, 51));
        build.Errors().Select(error => error.Code ?? "").ShouldBe(["FT2009", ""]);
        build.Tasks("Csc").ShouldBeEmpty();

        solution.Write("data/train.jsonl", Sample.LinesWithWarning());
        Locks.Train(solution);
        solution.Write("Program.cs", "System.Console.WriteLine(app.FineTunedModels.SupportBot.Id);\n");
        var mended = solution.Build("--no-restore", Tool).ShouldPass();
        mended.Diagnostics().ShouldHaveSingleItem().ShouldBeOfType<Warning>().Code.ShouldBe("FT1007");
        mended.Says("data read").ShouldBeTrue();
        Dotnet.Run(solution.Folder, ["run", "--no-build"]).Output.Trim().ShouldBe(Locks.ModelId);

        var constants = File.GetLastWriteTimeUtc(solution.At("obj/Debug/net10.0/FineTunedModels.g.cs"));
        var again = solution.Build("--no-restore", Tool).ShouldPass();
        again.Count("FT1007").ShouldBe(1);
        again.Says("nothing changed").ShouldBeTrue();
        again.Says("the constants are as they were").ShouldBeTrue();
        File.GetLastWriteTimeUtc(solution.At("obj/Debug/net10.0/FineTunedModels.g.cs")).ShouldBe(constants);
    }

    [FullFact]
    public void TheSwitchesOfTheEngineWork()
    {
        solution.Write("data/train.jsonl", Sample.LinesWithWarning());
        solution.Run("restore").ShouldPass();

        solution.Build("--no-restore", Tool, "-warnaserror:FT1007").ShouldFail().Errors().Select(error => error.Code ?? "").ShouldBe(["FT1007", ""]);
        solution.Build("--no-restore", Tool, "-p:FineTuneTreatWarningsAsErrors=true").ShouldFail().Errors().Select(error => error.Code ?? "").ShouldBe(["FT1007", ""]);
        solution.Build("--no-restore", Tool, "-p:FineTuneTreatWarningsAsErrors=true", "-p:WarningsNotAsErrors=FT1007").ShouldPass().Count("FT1007").ShouldBe(1);
        solution.Build("--no-restore", Tool, "-p:NoWarn=FT1007").ShouldPass().Diagnostics().ShouldBeEmpty();
        solution.Build("--no-restore", Tool, "-t:FineTuneLint", "-p:FineTuneSarifFile=obj/lint.sarif").ShouldPass().Count("FT1007").ShouldBe(1);
        File.ReadAllText(solution.At("obj/lint.sarif")).ShouldContain("\"FT1007\"");
    }

    [FullFact]
    public void AnEditorGetsTheConstantsOfTheLastBuild()
    {
        string[] arguments = [Tool, "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true"];

        solution.Build(arguments).ShouldPass().Tasks("Exec").Count.ShouldBe(1);
        File.Exists(solution.At("obj/Debug/net10.0/FineTunedModels.g.cs")).ShouldBeTrue();

        solution.Build(["--no-restore", .. arguments]).ShouldPass().Tasks("Exec").ShouldBeEmpty();
    }

    [FullFact]
    public void PackingIsRefusedToo()
    {
        solution.Write("data/train.jsonl", Sample.Lines());
        solution.Run("pack", Tool).ShouldFail().Diagnostics().ShouldHaveSingleItem().Code.ShouldBe("FT7001");

        Locks.Train(solution);
        solution.Run("pack", Tool, "--no-restore").ShouldPass().Diagnostics().ShouldBeEmpty();
    }

    [FullFact]
    public void AToolThatDoesNotRunIsNoGreenBuild()
    {
        var build = solution.Build(Tool, "-p:_FineTuneHost=/nowhere/dotnet").ShouldFail();

        build.Diagnostics().ShouldHaveSingleItem().Code.ShouldBe("FT9003");
        build.Tasks("Csc").ShouldBeEmpty();
    }

    [FullFact]
    public void AProcessOfItsOwnFindsTheSame()
    {
        var build = solution.Build("-p:FineTuneEngine=taskhost").ShouldFail();

        var diagnostic = build.Diagnostics().ShouldHaveSingleItem();
        (diagnostic.Code, diagnostic.LineNumber, diagnostic.ColumnNumber).ShouldBe(("FT2009", 3, 41));
        build.Says("Launching task \"LintDatasets\" from assembly").ShouldBeTrue();
    }

    [FullFact]
    public void ThreadsOfOneProcessNeedNoOther()
    {
        solution.Write("data/train.jsonl", Sample.LinesWithWarning());
        Locks.Train(solution);

        var build = solution.Run("pack", "-mt").ShouldPass();

        build.Count("FT1007").ShouldBe(1);
        build.Says("in an external task host").ShouldBeTrue("tasks of others are not made for it");
        foreach (var task in new[] { "LintDatasets", "GenerateModels", "VerifyLock" })
        {
            build.Tasks(task).ShouldHaveSingleItem();
            build.Says($"Launching task \"{task}\"").ShouldBeFalse(task);
        }
    }

    public void Dispose() => solution.Dispose();
}
