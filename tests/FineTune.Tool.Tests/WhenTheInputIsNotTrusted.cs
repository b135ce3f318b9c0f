using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using FineTune.Tool.Tests.Releasing;

namespace FineTune.Tool.Tests;

/// <summary>What the product promises of repositories that nobody has looked at.</summary>
public sealed class WhenTheInputIsNotTrusted : IDisposable
{
    private static readonly string[][] Commands = [["lint"], ["plan"], ["stats"], ["diff"], ["verify"], ["fix"]];
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void NothingIsSentAndNothingThatTheManifestNamesIsStarted()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/v1";
        workspace.BeginGit();
        workspace.WriteModel("own", $$"""
            providers:
              own: { kind: exec, command: [touch, started], profile: trl }
              host: { kind: openai_compatible, endpoint: {{address}}, api_key_env: OPENAI_API_KEY }
            """);
        workspace.Write("finetune.host.yml", "version: 1\nextends: finetune.yml\nmodels: { support-bot: { provider: host } }\n");
        workspace.Commit("data");
        workspace.Variables["OPENAI_API_KEY"] = Workspace.Key;
        workspace.Variables["OPENAI_BASE_URL"] = address;
        workspace.Variables["FINETUNE_TOKEN_COMMAND"] = "touch asked";

        foreach (var command in Commands)
        {
            foreach (var manifest in new[] { "finetune.yml", "finetune.host.yml" })
            {
                workspace.Run([.. command, "--manifest", manifest]).ExitCode.ShouldBeLessThan(3, string.Join(' ', command));
            }
        }

        listener.Pending().ShouldBeFalse();
        File.Exists(workspace.PathOf("started")).ShouldBeFalse();
        File.Exists(workspace.PathOf("asked")).ShouldBeFalse();
    }

    [Fact]
    public void TheValueOfAVariableIsNeverPrinted()
    {
        workspace.BeginGit();
        workspace.WriteModel("cloud", """
            providers:
              cloud: { kind: azure, endpoint: "${AZURE_PLACE}", api_key_env: AZURE_OPENAI_API_KEY }
            """);
        workspace.Commit("data");
        workspace.Variables["AZURE_PLACE"] = "https://planted-place.example.net/";
        workspace.Variables["AZURE_OPENAI_API_KEY"] = Workspace.Key;

        foreach (var command in Commands)
        {
            var run = workspace.Run([.. command, "--verbosity", "diagnostic"]);
            (run.Output + run.Error).ShouldNotContain("planted", Case.Insensitive, string.Join(' ', command));
        }
    }

    [Fact]
    public void ALinkThatLeadsOutOfTheRepositoryIsNotOpened()
    {
        using var other = new Workspace();
        workspace.BeginGit();
        workspace.WriteModel("openai");
        var data = workspace.Read("data/train.jsonl");
        File.Delete(workspace.PathOf("data/train.jsonl"));
        File.CreateSymbolicLink(workspace.PathOf("data/train.jsonl"), other.Write("private.jsonl", data.Replace("user", "planted", StringComparison.Ordinal)));

        foreach (var command in new[] { "lint", "plan", "stats", "verify", "fix" })
        {
            var run = workspace.Run(command);
            run.ExitCode.ShouldNotBe(0, command);
            (run.Output + run.Error).ShouldContain("outside", Case.Insensitive, command);
            (run.Output + run.Error).ShouldNotContain("planted", Case.Insensitive, command);
        }
        workspace.Run("lint", "--allow-outside", other.Folder).Output.ShouldContain("planted");

        workspace.Write("finetune.yml", workspace.Read("finetune.yml") + $"\nallow_outside: {other.Folder}\n");
        workspace.Run("lint").Output.ShouldContain("allow_outside");
        workspace.Run("lint").Output.ShouldNotContain("planted");
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/proc/self/environ")]
    public void ADeviceIsNeverRead(string device)
    {
        workspace.BeginGit();
        workspace.WriteModel("openai");
        File.Delete(workspace.PathOf("data/train.jsonl"));
        File.CreateSymbolicLink(workspace.PathOf("data/train.jsonl"), device);
        workspace.Variables["IN_THE_ENVIRONMENT"] = "planted";

        foreach (var arguments in new string[][] { ["lint"], ["lint", "--allow-outside", "/"], ["stats", "--allow-outside", "/"], ["lint", device, "--allow-outside", "/"] })
        {
            var run = workspace.Run(arguments);
            run.ExitCode.ShouldBeInRange(1, 2, string.Join(' ', arguments));
            (run.Output + run.Error).ShouldNotContain("planted");
        }
    }

    [UnixFact]
    public void APipeIsNeverWaitedFor()
    {
        workspace.BeginGit();
        workspace.WriteModel("openai");
        workspace.Commit("data");
        foreach (var name in new[] { "data/train.jsonl", "finetune.lock.json", "finetune.yml" })
        {
            var kept = File.Exists(workspace.PathOf(name)) ? workspace.Read(name) : null;
            File.Delete(workspace.PathOf(name));
            workspace.Bash($"mkfifo {name}").ExitCode.ShouldBe(0);
            foreach (var command in new[] { "lint", "plan", "stats", "verify", "fix --dry-run", "release --yes", "history support-bot", "lint data" })
            {
                var run = workspace.Run(command.Split(' '));
                run.ExitCode.ShouldBeInRange(0, 3, $"{name}: {command}");
                if (run.ExitCode == 0)
                {
                    command.ShouldBeOneOf("stats", "fix --dry-run", "history support-bot", "lint data");
                }
            }
            workspace.Run("diff").ExitCode.ShouldBeInRange(0, 2);
            File.Delete(workspace.PathOf(name));
            if (kept is not null)
            {
                workspace.Write(name, kept);
            }
        }
    }

    [Fact]
    public void WhatLiesInGitIsNoData()
    {
        workspace.BeginGit();
        workspace.WriteModel("openai");
        workspace.Write(".git/config", "[remote \"planted\"]\n");
        workspace.Write("finetune.yml", workspace.Read("finetune.yml").Replace("data/train.jsonl", ".git/config", StringComparison.Ordinal));
        foreach (var arguments in new string[][] { ["lint"], ["stats"], ["plan"], ["lint", ".git/config"], ["lint", ".git/*"], ["lint", ".git", "--allow-outside", "/"] })
        {
            var run = workspace.Run(arguments);
            run.ExitCode.ShouldBeInRange(1, 2, string.Join(' ', arguments));
            (run.Output + run.Error).ShouldNotContain("planted", customMessage: string.Join(' ', arguments));
        }
        workspace.Run("lint").Output.ShouldContain("FT0008  \".git/config\" lies in .git, which holds no data");
    }

    [Fact]
    public void AWorkFolderThatLeadsOutsideIsNotWritten()
    {
        using var other = new Workspace();
        foreach (var provider in new[] { "emulator", "own" })
        {
            workspace.WriteModel(provider, "providers: { own: { kind: exec, command: [true], profile: trl } }");
            File.Delete(workspace.PathOf(".finetune"));
            Directory.CreateSymbolicLink(workspace.PathOf(".finetune"), other.Folder);
            foreach (var command in new[] { "lint", "plan", "verify", "diff", "release --yes" })
            {
                workspace.Run(command.Split(' '));
            }
            var release = workspace.Run("release", "--yes");
            release.ExitCode.ShouldBe(2);
            release.Error.ShouldContain("leads out of the repository or is no file; nothing is written there: remove it");
            Directory.GetFileSystemEntries(other.Folder).ShouldBe([other.PathOf(".git")]);
        }
    }

    [Fact]
    public void WhatTheLockSaysIsHarmless()
    {
        workspace.BeginGit();
        workspace.WriteModel("emulator");
        workspace.Variables["FINETUNE_EMULATOR_SPEED"] = "instant";
        workspace.Run("release", "--yes").ExitCode.ShouldBe(0);
        var locked = workspace.Read("finetune.lock.json");
        const string Hostile = "x\\n::error::planted\\n##vso[task.complete]\\u001b[31m";
        workspace.Run("rollback", "support-bot", "1", "--reason", "planted\n::error::planted\n##vso[task.complete]\e[31m").ExitCode.ShouldBe(0);
        var history = workspace.Run("history", "support-bot");
        history.Output.ShouldContain("planted");
        history.Output.Split('\n').ShouldNotContain(line => line.StartsWith("::", StringComparison.Ordinal) || line.Contains("##vso[", StringComparison.Ordinal));
        foreach (var name in new[] { "project", "job_id", "model", "file_id", "commit", "path", "base_model", "method", "name", "kind", "digest" })
        {
            workspace.Write("finetune.lock.json", Regex.Replace(locked, $"\"{name}\": \"[^\"]*\"", $"\"{name}\": \"{Hostile}\""));
            foreach (var command in new[] { "cancel support-bot", "history support-bot", "status", "sync", "plan", "verify", "lint", "prune", "rollback support-bot 1 --reason x", "release --yes", "diff" })
            {
                // A workspace never takes a raw escape character.
                var run = workspace.Run(command.Split(' '));
                run.ExitCode.ShouldNotBe(134, $"{name}: {command}");
                foreach (var line in (run.Output + run.Error).Split('\n', '\r'))
                {
                    (line.StartsWith("::", StringComparison.Ordinal) || line.Contains("##vso[", StringComparison.Ordinal)).ShouldBeFalse($"{name}: {command}: {line}");
                }
            }
        }
    }

    [Theory]
    [InlineData("text")]
    [InlineData("msbuild")]
    [InlineData("github")]
    [InlineData("azure")]
    [InlineData("markdown")]
    public void WhatAFindingQuotesIsHarmless(string format)
    {
        workspace.BeginGit();
        workspace.WriteModel("openai");
        var line = """{"messages":[{"role":"\n::error::planted\n##vso[task.setvariable variable=a]b\u001b[31m SECRET","content":"x"},{"role":"assistant","content":"y"}]}""" + "\n";
        workspace.Write("data/train.jsonl", line.Replace("SECRET", Workspace.Key, StringComparison.Ordinal));

        var run = workspace.Run("lint", "--format", format);

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("FT2009");
        run.Output.ShouldNotContain(Workspace.Key);
        run.Output.Split('\n').ShouldNotContain(text => text.StartsWith("::error::planted", StringComparison.Ordinal) || text.StartsWith("##vso[task.setvariable", StringComparison.Ordinal));
    }
}
