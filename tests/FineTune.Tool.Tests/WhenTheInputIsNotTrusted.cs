using System.Net;
using System.Net.Sockets;
using FineTune.Tool.Tests.Releasing;

namespace FineTune.Tool.Tests;

/// <summary>What the product promises of repositories that nobody has looked at.</summary>
public sealed class WhenTheInputIsNotTrusted : IDisposable
{
    private static readonly string[][] s_commands = [["lint"], ["plan"], ["stats"], ["diff"], ["verify"], ["fix"]];
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void NothingIsSentAndNothingThatTheManifestNamesIsStarted()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/v1";
        _workspace.BeginGit();
        _workspace.WriteModel("own", $$"""
            providers:
              own: { kind: exec, command: [touch, started], profile: trl }
              host: { kind: openai_compatible, endpoint: {{address}}, api_key_env: OPENAI_API_KEY }
            """);
        _workspace.Write("finetune.host.yml", "version: 1\nextends: finetune.yml\nmodels: { support-bot: { provider: host } }\n");
        _workspace.Commit("data");
        _workspace.Variables["OPENAI_API_KEY"] = Workspace.Key;
        _workspace.Variables["OPENAI_BASE_URL"] = address;
        _workspace.Variables["FINETUNE_TOKEN_COMMAND"] = "touch asked";

        foreach (var command in s_commands)
        {
            foreach (var manifest in new[] { "finetune.yml", "finetune.host.yml" })
            {
                _workspace.Run([.. command, "--manifest", manifest]).ExitCode.ShouldBeLessThan(3, string.Join(' ', command));
            }
        }

        listener.Pending().ShouldBeFalse();
        File.Exists(_workspace.PathOf("started")).ShouldBeFalse();
        File.Exists(_workspace.PathOf("asked")).ShouldBeFalse();
    }

    [Fact]
    public void TheValueOfAVariableIsNeverPrinted()
    {
        _workspace.BeginGit();
        _workspace.WriteModel("cloud", """
            providers:
              cloud: { kind: azure, endpoint: "${AZURE_PLACE}", api_key_env: AZURE_OPENAI_API_KEY }
            """);
        _workspace.Commit("data");
        _workspace.Variables["AZURE_PLACE"] = "https://planted-place.example.net/";
        _workspace.Variables["AZURE_OPENAI_API_KEY"] = Workspace.Key;

        foreach (var command in s_commands)
        {
            var run = _workspace.Run([.. command, "--verbosity", "diagnostic"]);
            (run.Output + run.Error).ShouldNotContain("planted", Case.Insensitive, string.Join(' ', command));
        }
    }

    [Fact]
    public void ALinkThatLeadsOutOfTheRepositoryIsNotOpened()
    {
        using var other = new Workspace();
        _workspace.BeginGit();
        _workspace.WriteModel("openai");
        var data = _workspace.Read("data/train.jsonl");
        File.Delete(_workspace.PathOf("data/train.jsonl"));
        File.CreateSymbolicLink(_workspace.PathOf("data/train.jsonl"), other.Write("private.jsonl", data.Replace("user", "planted", StringComparison.Ordinal)));

        foreach (var command in new[] { "lint", "plan", "stats", "verify", "fix" })
        {
            var run = _workspace.Run(command);
            run.ExitCode.ShouldNotBe(0, command);
            (run.Output + run.Error).ShouldContain("outside", Case.Insensitive, command);
            (run.Output + run.Error).ShouldNotContain("planted", Case.Insensitive, command);
        }
        _workspace.Run("lint", "--allow-outside", other.Folder).Output.ShouldContain("planted");

        _workspace.Write("finetune.yml", _workspace.Read("finetune.yml") + $"\nallow_outside: {other.Folder}\n");
        _workspace.Run("lint").Output.ShouldContain("allow_outside");
        _workspace.Run("lint").Output.ShouldNotContain("planted");
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/proc/self/environ")]
    public void ADeviceIsNeverRead(string device)
    {
        _workspace.BeginGit();
        _workspace.WriteModel("openai");
        File.Delete(_workspace.PathOf("data/train.jsonl"));
        File.CreateSymbolicLink(_workspace.PathOf("data/train.jsonl"), device);
        _workspace.Variables["IN_THE_ENVIRONMENT"] = "planted";

        foreach (var arguments in new string[][] { ["lint"], ["lint", "--allow-outside", "/"], ["stats", "--allow-outside", "/"], ["lint", device, "--allow-outside", "/"] })
        {
            var run = _workspace.Run(arguments);
            run.ExitCode.ShouldBeInRange(1, 2, string.Join(' ', arguments));
            (run.Output + run.Error).ShouldNotContain("planted");
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
        _workspace.BeginGit();
        _workspace.WriteModel("openai");
        var line = """{"messages":[{"role":"\n::error::planted\n##vso[task.setvariable variable=a]b\u001b[31m SECRET","content":"x"},{"role":"assistant","content":"y"}]}""" + "\n";
        _workspace.Write("data/train.jsonl", line.Replace("SECRET", Workspace.Key, StringComparison.Ordinal));

        var run = _workspace.Run("lint", "--format", format);

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("FT2009");
        run.Output.ShouldNotContain(Workspace.Key);
        run.Output.Split('\n').ShouldNotContain(text => text.StartsWith("::error::planted", StringComparison.Ordinal) || text.StartsWith("##vso[task.setvariable", StringComparison.Ordinal));
    }
}
