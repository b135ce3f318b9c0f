using System.Diagnostics;
using System.Text;

namespace FineTune.Tool.Tests;

/// <summary>A repository in a temp folder, and the real tool run in it as a process.</summary>
public sealed class Workspace : IDisposable
{
    /// <summary>A key that no provider knows.</summary>
    public const string Key = "sk-proj-planted-Q7wE4rT9yU2iO5pA8sD1fG6h";

    public Workspace()
    {
        Folder = Directory.CreateTempSubdirectory("finetune-tool-").FullName;
        Directory.CreateDirectory(Path.Combine(Folder, ".git"));
    }

    public string Folder { get; }

    public Dictionary<string, string?> Variables { get; } = new() { ["NO_COLOR"] = "1", ["CI"] = null, ["FINETUNE_TODAY"] = "2026-06-01", ["OPENAI_API_KEY"] = null, ["OPENAI_BASE_URL"] = null, ["FINETUNE_TOKEN_COMMAND"] = null, ["AZURE_OPENAI_API_KEY"] = null, ["GITHUB_BASE_REF"] = null, ["CI_MERGE_REQUEST_TARGET_BRANCH_NAME"] = null, ["SYSTEM_PULLREQUEST_TARGETBRANCH"] = null, ["GITHUB_STEP_SUMMARY"] = null, ["GITHUB_WORKSPACE"] = null };

    public string PathOf(string name) => Path.Combine(Folder, name);

    public string Write(string name, string text)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public string Read(string name) => File.ReadAllText(PathOf(name));

    public Process Start(params string[] arguments) => Start(Folder, arguments);

    public Process Start(string folder, string[] arguments) => StartProgram(ToolUnderTest.Program, [.. ToolUnderTest.Before, .. arguments], folder);

    /// <summary>Runs a line of bash in which <c>finetune</c> is the tool.</summary>
    public ToolRun Bash(string line)
    {
        using var process = StartProgram("bash", ["-c", $"finetune() {{ {ToolUnderTest.CommandLine} \"$@\"; }}; {line}"]);
        process.StandardInput.Close();
        return End(process);
    }

    private Process StartProgram(string program, IEnumerable<string> arguments, string? folder = null)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder ?? Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        foreach (var (name, value) in Variables)
        {
            _ = value is null ? start.Environment.Remove(name) : (start.Environment[name] = value) is not null;
        }
        return Process.Start(start)!;
    }

    public ToolRun Run(params string[] arguments)
    {
        using var process = Start(arguments);
        process.StandardInput.Close();
        return End(process);
    }

    /// <summary>Runs the tool with something on stdin.</summary>
    public ToolRun Feed(string input, params string[] arguments)
    {
        using var process = Start(arguments);
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        return End(process);
    }

    public static ToolRun End(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(2)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("the tool did not end");
        }
        process.WaitForExit();
        var run = new ToolRun(process.ExitCode, output.Result, error.Result);
        run.Error.ShouldNotContain("   at ", customMessage: "a stack trace");
        run.Output.ShouldNotContain("\e");
        run.Error.ShouldNotContain("\e");
        return run;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
