using System.Diagnostics;
using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests.Packages;

/// <summary>The package FineTune.Tool, in each way that the SDK installs tools, in a home with nothing in it.</summary>
[Collection(PackageTests.Name)]
public sealed class TheTool : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("finetune-tool-").FullName;
    private readonly string version = "0.1.0-test." + DateTime.UtcNow.Ticks;

    [FullFact]
    public void InstallsInEveryWay()
    {
        Run(Repository.Root, "pack", Path.Combine("src", "FineTune.Tool"), "-c", Repository.Configuration, "-o", At("feed"), "-p:PackageVersion=" + version, "-nr:false", "-v", "q");
        Directory.EnumerateFiles(At("feed"), "*.nupkg").ShouldHaveSingleItem();
        Directory.CreateDirectory(At("work"));

        Run(At("work"), "tool", "install", "FineTune.Tool", "--global", "--version", version, "--add-source", At("feed"));
        Tool(Path.Combine(At("home"), ".dotnet", "tools", OperatingSystem.IsWindows() ? "finetune.exe" : "finetune"));

        Run(At("work"), "new", "tool-manifest");
        Run(At("work"), "tool", "install", "FineTune.Tool", "--local", "--version", version, "--add-source", At("feed"));
        Run(At("work"), "tool", "run", "finetune", "--version").ShouldMatch(@"^\d+\.\d+\.\d+\S*\n$");

        Run(At("work"), "tool", "uninstall", "FineTune.Tool", "--global");
        Directory.CreateDirectory(At("elsewhere"));
        Run(At("elsewhere"), "tool", "exec", "FineTune.Tool@" + version, "--yes", "--add-source", At("feed"), "--", "rules").ShouldContain("FT2009");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string At(string name) => Path.Combine(folder, name);

    private string Run(string workingFolder, params string[] arguments)
    {
        var (exitCode, output) = Dotnet.Run(workingFolder, arguments, Home());
        exitCode.ShouldBe(0, output);
        return output;
    }

    // Built for .NET 8, which need not be installed: it runs on what is.
    private void Tool(string program)
    {
        var start = new ProcessStartInfo(program, ["--version"]) { RedirectStandardOutput = true, WorkingDirectory = At("work") };
        start.Environment["DOTNET_ROOT"] = Path.GetDirectoryName(Environment.ProcessPath);
        start.Environment.Remove("DOTNET_ROLL_FORWARD");
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd().ShouldMatch(@"^\d+\.\d+\.\d+\S*\n$");
        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
    }

    private Dictionary<string, string> Home() => new()
    {
        ["HOME"] = At("home"),
        ["DOTNET_CLI_HOME"] = At("home"),
        ["NUGET_PACKAGES"] = At("packages"),
        ["DOTNET_ADD_GLOBAL_TOOLS_TO_PATH"] = "0",
    };
}
