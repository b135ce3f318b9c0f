using System.Diagnostics;
using System.Text.Json;

namespace FineTune.Tool.Tests.Ci;

/// <summary>A user's repository on a server: a bare remote, a clone to work in, and what GitHub would keep beside it.</summary>
internal sealed class CiRepository : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("finetune-ci-").FullName;

    public CiRepository()
    {
        Directory.CreateDirectory(Clone);
        Directory.CreateDirectory(GitHubState);
        Directory.CreateDirectory(Programs);
        var bare = Path.Combine(folder, "remote.git");
        Run(folder, "git", "init", "--quiet", "--bare", "--initial-branch=main", bare);
        Run(bare, "git", "config", "uploadpack.allowAnySHA1InWant", "true");
        Remote = "file://" + bare;
        Run(folder, "git", "clone", "--quiet", Remote, Clone);
        Git("checkout", "--quiet", "-B", "main");
        var stand = Path.Combine(Programs, "gh");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Ci", "gh"), stand);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(stand, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public string Remote { get; }

    public string Clone => Path.Combine(folder, "clone");

    /// <summary>Programs that stand in for those of a hosted machine.</summary>
    public string Programs => Path.Combine(folder, "programs");

    /// <summary>Where the stand-in of gh keeps comments and pull requests.</summary>
    public string GitHubState => Path.Combine(folder, "github");

    public Dictionary<string, JsonElement> Scans { get; } = [];

    public List<(string Subject, string Type, JsonElement Predicate)> Attestations { get; } = [];

    public string Head => Git("rev-parse", "HEAD").Trim();

    public string Git(params string[] arguments) => Run(Clone, "git", arguments);

    public GitCall GitIn(string folder) => arguments => Run(folder, "git", arguments);

    public string FineTune(params string[] arguments) => Run(Clone, ToolUnderTest.Executable, arguments);

    /// <summary>A file as the server has it.</summary>
    public string Show(string commit, string path) => Run(new Uri(Remote).LocalPath, "git", "show", $"{commit}:{path}");

    public string Write(string name, string text)
    {
        var path = Path.Combine(Clone, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public string Read(string name) => File.ReadAllText(Path.Combine(Clone, name));

    public void Commit(string message)
    {
        Git("add", "--all");
        Git("commit", "--quiet", "--message", message);
    }

    public void Push(string target = "main") => Git("push", "--quiet", "origin", $"HEAD:{target}");

    public void Pull() => Git("pull", "--quiet", "--ff-only", "origin", "main");

    /// <summary>What an event says about itself.</summary>
    public Dictionary<string, object?> Event(string name, string reference, string? commit = null) => new()
    {
        ["event_name"] = name,
        ["ref"] = reference,
        ["ref_name"] = reference.Replace("refs/heads/", "", StringComparison.Ordinal).Replace("refs/tags/", "", StringComparison.Ordinal).Replace("refs/", "", StringComparison.Ordinal),
        ["ref_type"] = reference.StartsWith("refs/tags/", StringComparison.Ordinal) ? "tag" : "branch",
        ["sha"] = commit ?? Head,
        ["repository"] = "contoso/support",
        ["server_url"] = "https://github.test",
        ["token"] = "token-of-the-run",
        ["event.repository.private"] = false,
    };

    public static string Run(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["GIT_AUTHOR_NAME"] = "A Person",
            ["GIT_AUTHOR_EMAIL"] = "person@example.com",
            ["GIT_COMMITTER_NAME"] = "A Person",
            ["GIT_COMMITTER_EMAIL"] = "person@example.com",
            ["GIT_CONFIG_GLOBAL"] = "/dev/null",
            ["FINETUNE_TODAY"] = "2026-06-01",
            ["FINETUNE_EMULATOR_SPEED"] = "instant",
        })
        {
            start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}\n{output}{errors.Result}");
        return output;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
