using FineTune.Build.Tests.Support;
using Microsoft.Build.Logging.StructuredLogger;

namespace FineTune.Build.Tests;

[Collection(PackageTests.Name)]
public sealed class WhenAProjectHasSeveralTargetFrameworks : IDisposable
{
    private readonly Solution solution;

    public WhenAProjectHasSeveralTargetFrameworks(PackedPackage package)
    {
        solution = new(package);
        WriteLibrary("");
        solution.WriteProject("app/app.csproj", "<TargetFramework>net8.0</TargetFramework><FineTuneEnabled>false</FineTuneEnabled>", """<ItemGroup><ProjectReference Include="../lib/lib.csproj" /></ItemGroup>""");
        solution.Write("all.slnx", """<Solution><Project Path="lib/lib.csproj" /><Project Path="app/app.csproj" /></Solution>""");
        solution.Write("lib/finetune.yml", Sample.Manifest);
        solution.Write("lib/data/train.jsonl", Sample.LinesWithWarning());
    }

    public static TheoryData<string> Commands =>
    [
        "build all.slnx",
        "build all.slnx -m:1",
        "build all.slnx -m:4",
        "build all.slnx -graph",
        "build all.slnx -graph -isolate",
        "build all.slnx -mt",
        "build all.slnx -mt -graph",
        "build app",
        "build app -graph",
        "build lib -graph",
        "build lib -f net10.0",
        "build lib -f net8.0 -graph",
        "build all.slnx --no-incremental",
        "build all.slnx -t:Rebuild",
        "build lib -t:FineTuneLint",
        "publish all.slnx -p:TargetFramework=net8.0",
        "publish lib -f net8.0",
        "publish app",
        "pack lib",
        "build all.slnx -p:FineTuneEngine=taskhost",
        "build all.slnx -graph -isolate -p:FineTuneEngine=taskhost",
        "build all.slnx -p:FineTuneEngine=tool",
        "build all.slnx -graph -isolate -p:FineTuneEngine=tool",
    ];

    [Fact]
    public void TheDataIsLintedOnce()
    {
        solution.Build("lib").ShouldPass().Count("FT1007").ShouldBe(1);
        solution.Build("lib", "--no-restore", "-f", "net8.0").ShouldPass().Count("FT1007").ShouldBe(1);
        solution.Build("lib", "--no-restore", "-p:NoWarn=FT1007").ShouldPass().Count("FT1007").ShouldBe(0);
    }

    [FullTheory]
    [MemberData(nameof(Commands))]
    public void TheDataIsLintedOnceIn(string command)
    {
        Locks.Train(solution, "lib/finetune.yml");

        var build = Run(command).ShouldPass();

        build.Count("FT1007").ShouldBe(1);
        build.Errors().ShouldBeEmpty();
    }

    [FullTheory]
    [MemberData(nameof(Commands))]
    public void AFaultFailsTheBuildOnceIn(string command)
    {
        Locks.Train(solution, "lib/finetune.yml");
        solution.Write("lib/data/train.jsonl", Sample.LinesWithFault());

        var build = Run(command).ShouldFail();

        // The bundled tool's findings are followed by an error without a code, which stops the build.
        build.Errors().Select(error => error.Code ?? "").Where(code => code.Length > 0).ShouldBe(["FT2009"]);
    }

    [FullTheory]
    [InlineData("<WarningsAsErrors>FT1007</WarningsAsErrors>", "", typeof(Error))]
    [InlineData("<WarningsNotAsErrors>FT1007</WarningsNotAsErrors>", "-warnaserror", typeof(Warning))]
    [InlineData("<NoWarn>$(NoWarn);FT1007</NoWarn>", "-warnaserror", null)]
    public void TheSwitchesInTheProjectCount(string properties, string argument, Type? expected)
    {
        WriteLibrary(properties);
        solution.Run("restore", "lib").ShouldPass();

        foreach (string[] mode in new string[][] { [], ["-graph"], ["-f", "net8.0"] })
        {
            var build = solution.Build(["lib", "--no-restore", .. mode, .. argument.Length > 0 ? [argument] : Array.Empty<string>()]);

            (build.ExitCode != 0).ShouldBe(expected == typeof(Error), build.Output);
            build.Diagnostics().Select(diagnostic => (diagnostic.Code, diagnostic.GetType())).ShouldBe(expected is null ? [] : [("FT1007", expected)]);
        }
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

    private void WriteLibrary(string properties) => solution.WriteProject("lib/lib.csproj", "<TargetFrameworks>net10.0;net8.0</TargetFrameworks>" + properties);

    private BuildResult Run(string command)
    {
        solution.Run("restore", "all.slnx").ShouldPass();
        var words = command.Split(' ');
        return solution.Run(words[0], [.. words[1..], "--no-restore"]);
    }
}
