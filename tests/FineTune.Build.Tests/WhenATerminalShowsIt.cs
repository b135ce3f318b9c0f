using System.Diagnostics;
using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests;

/// <summary>The terminal logger, which shows no messages and needs a terminal.</summary>
[Collection(PackageTests.Name)]
public sealed class WhenATerminalShowsIt : IDisposable
{
    private readonly PackedPackage package;
    private readonly Solution solution;

    public WhenATerminalShowsIt(PackedPackage package)
    {
        this.package = package;
        solution = WhenALineIsBad.Console(package);
    }

    [FullFact]
    public void EachFindingStandsAtItsPlace()
    {
        solution.Write("data/train.jsonl", Sample.LinesWithFault() + "\n" + Sample.Lines(2, from: 80));
        solution.Run("restore").ShouldPass();

        var (exitCode, screen) = Show();

        exitCode.ShouldBe(1, screen);
        var plain = System.Text.RegularExpressions.Regex.Replace(screen, @"\e\[[0-9;?]*[A-Za-z]|\e\]8;;.*?\e\\", "");
        plain.ShouldContain("data/train.jsonl(3,41,3,51): error FT2009: role is \"asistant\"", Case.Sensitive, plain);
        plain.ShouldContain("data/train.jsonl(61,1", Case.Sensitive, plain);
        plain.ShouldContain("warning FT1007:", Case.Sensitive, plain);
        plain.ShouldContain("Build failed with 1 error(s) and 1 warning(s)", Case.Sensitive, plain);
    }

    public void Dispose() => solution.Dispose();

    private (int ExitCode, string Screen) Show()
    {
        var start = new ProcessStartInfo("script", ["-qec", "dotnet build --no-restore -tl:on -nr:false -p:NuGetAudit=false", "/dev/null"])
        {
            WorkingDirectory = solution.Folder,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        start.Environment["NUGET_PACKAGES"] = package.Packages;
        start.Environment["FINETUNE_TODAY"] = "2026-01-15";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["TERM"] = "xterm-256color";
        start.Environment["COLUMNS"] = "240";
        start.Environment.Remove("CI");
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var screen = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, screen);
    }
}
