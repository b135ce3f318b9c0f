using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using FineTune.Tool.Terminal;

namespace FineTune.Tool.Revisions;

/// <summary>Starts git to read something: it asks nobody, changes nothing and fetches nothing.</summary>
/// <param name="folder">Absolute path of the folder that it works in.</param>
internal sealed class GitProcess(string folder)
{
    /// <summary>The answer to one question.</summary>
    /// <exception cref="UsageException">git is not there.</exception>
    public (int Code, byte[] Output, string Error) Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var error = Drain(process);
        process.StandardInput.Close();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return (process.ExitCode, output.ToArray(), error.ToString());
    }

    /// <summary>A running git, to talk with; what it says on stderr must be drained.</summary>
    /// <exception cref="UsageException">git is not there.</exception>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        // A clone without all objects would fetch them on its own: nothing is sent, so no way to send is allowed.
        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        start.Environment["GIT_ALLOW_PROTOCOL"] = "none";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["LC_ALL"] = "C";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new UsageException("git is not on the PATH");
        }
    }

    /// <summary>Takes in what a process says on stderr; complete once it has ended.</summary>
    public static StringBuilder Drain(Process process)
    {
        var said = new StringBuilder();
        process.ErrorDataReceived += (_, line) => said.Append(line.Data).Append(line.Data is null ? "" : "\n");
        process.BeginErrorReadLine();
        return said;
    }
}
