using System.Diagnostics;

namespace FineTune.Tool.Tests;

/// <summary>Runs git in a workspace, as nobody in particular and without the machine's settings.</summary>
internal static class GitRepository
{
    public static string Git(this Workspace workspace, params string[] arguments) => Git(workspace.Folder, arguments);

    public static string Git(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] all = ["-c", "user.name=nobody", "-c", "user.email=nobody@example.com", "-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always", .. arguments];
        foreach (var argument in all)
        {
            start.ArgumentList.Add(argument);
        }
        start.Environment["GIT_CONFIG_GLOBAL"] = start.Environment["GIT_CONFIG_SYSTEM"] = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, error.Result);
        return output.Trim();
    }

    /// <summary>Makes the workspace a repository.</summary>
    public static void BeginRepository(this Workspace workspace)
    {
        Directory.Delete(workspace.PathOf(".git"));
        workspace.Git("init", "--quiet");
    }

    /// <summary>Commits all that there is.</summary>
    public static void Commit(this Workspace workspace, string message = "work")
    {
        workspace.Git("add", "--all");
        workspace.Git("commit", "--quiet", "--message", message);
    }
}
