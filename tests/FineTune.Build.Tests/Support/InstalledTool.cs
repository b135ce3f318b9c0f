using System.Diagnostics;

namespace FineTune.Build.Tests.Support;

/// <summary>A home with nothing in it, and the tool installed there from a feed in one of the SDK's ways.</summary>
internal sealed class InstalledTool(PackedTool packed, string feed) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("finetune-tool-").FullName;

    public string At(params string[] path) => Path.Combine([folder, .. path]);

    /// <summary>Installs into a folder.</summary>
    /// <returns>The packages that the SDK put there.</returns>
    public IReadOnlyList<string> IntoAFolder(params string[] options)
    {
        Dotnet("work", ["tool", "install", "FineTune.Tool", "--tool-path", At("tools"), "--version", packed.Version, "--add-source", feed, .. options]);
        return [.. Directory.EnumerateDirectories(At("tools", ".store", "finetune.tool", packed.Version)).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];
    }

    public string Dotnet(string workingFolder, params string[] arguments)
    {
        Directory.CreateDirectory(At(workingFolder));
        var (exitCode, output) = Support.Dotnet.Run(At(workingFolder), arguments, Home);
        exitCode.ShouldBe(0, output);
        return output;
    }

    /// <summary>Starts an installed program, which says its version and finds the fault in a file.</summary>
    public void ShouldWork(string tools)
    {
        var program = Directory.EnumerateFiles(tools, "finetune*").ShouldHaveSingleItem();
        Run(program, "--version").ShouldSatisfyAllConditions(run => run.ExitCode.ShouldBe(0), run => run.Output.ShouldMatch(@"^\d+\.\d+\.\d+\S*\n$"));
        File.WriteAllText(At("work", "train.jsonl"), Sample.LinesWithFault());
        Run(program, "lint", "train.jsonl").ShouldSatisfyAllConditions(run => run.ExitCode.ShouldBe(1), run => run.Output.ShouldContain("FT2009"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // Where it is portable it is built for .NET 8, which need not be installed: it runs on what is.
    private (int ExitCode, string Output) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = At("work") };
        start.Environment["DOTNET_ROOT"] = Path.GetDirectoryName(Environment.ProcessPath);
        start.Environment.Remove("DOTNET_ROLL_FORWARD");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    private Dictionary<string, string> Home => new()
    {
        ["HOME"] = At("home"),
        ["DOTNET_CLI_HOME"] = At("home"),
        ["NUGET_PACKAGES"] = At("packages"),
        ["DOTNET_ADD_GLOBAL_TOOLS_TO_PATH"] = "0",
    };
}
