using System.Diagnostics;
using System.Runtime.InteropServices;
using FineTune.Tool.Tests.Readme;

namespace FineTune.Tool.Tests;

/// <summary>
/// The tool that the tests start: the portable one that was built, with its own libraries (beside the tests lie those of the tests'
/// framework). Where FINETUNE_TOOL is <c>native</c>, its machine code, compiled here first; else the program that FINETUNE_TOOL names.
/// </summary>
internal static class ToolUnderTest
{
    private static readonly string Project = Path.Combine(Repository.Folder, "src", "FineTune.Tool");
    private static readonly string? Other = Environment.GetEnvironmentVariable("FINETUNE_TOOL") switch
    {
        null or "" => null,
        "native" => Native(),
        var path => Path.GetFullPath(path),
    };

    /// <summary>Where the portable tool was built.</summary>
    public static string PortableFolder => Path.Combine(Project, "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net8.0");

    /// <summary>What starts it.</summary>
    public static string Program => Other ?? "dotnet";

    /// <summary>The arguments that come before its own.</summary>
    public static IReadOnlyList<string> Before => Other is null ? [Path.Combine(PortableFolder, "finetune.dll")] : [];

    /// <summary>A program that takes nothing before its own arguments.</summary>
    public static string Executable => Other ?? Path.Combine(PortableFolder, FileName);

    /// <summary>The same for a shell.</summary>
    public static string CommandLine => string.Join(' ', Before.Prepend(Program).Select(part => $"'{part}'"));

    private static string FileName => OperatingSystem.IsWindows() ? "finetune.exe" : "finetune";

    private static string Native()
    {
        var runtime = RuntimeInformation.RuntimeIdentifier;
        var start = new ProcessStartInfo("dotnet", ["publish", Project, "-c", "Release", "-p:Native=true", "-r", runtime, "-nr:false", "-v", "q"]) { RedirectStandardOutput = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, output);
        return Path.Combine(Project, "bin", "native", "Release", "net10.0", runtime, "publish", FileName);
    }
}
