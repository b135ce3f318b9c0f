using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace FineTune.Tool.Tests.Releasing;

/// <summary>Repositories with something to release.</summary>
internal static class Repositories
{
    public static void WriteModel(this Workspace workspace, string provider, string providers = "", string options = "", string manifest = "finetune.yml")
    {
        workspace.Write(manifest, $"""
            version: 1
            {providers}
            models:
              support-bot:
                provider: {provider}
                base_model: gpt-4.1-mini-2025-04-14
                method: supervised
                training: data/train.jsonl
                suffix: support
                {options}
            lint:
              rules: {"{ FT3002: none, FT7005: none }"}
            """);
        workspace.WriteData("Norway");
    }

    public static void WriteData(this Workspace workspace, string place)
    {
        var text = new StringBuilder();
        for (var i = 0; i < 12; i++)
        {
            text.Append($$"""{"messages":[{"role":"user","content":"Do you ship parcel number {{i}} to {{place}}?"},{"role":"assistant","content":"Yes, parcel {{i}} goes to {{place}} on day {{i + 2}}."}]}""").Append('\n');
        }
        workspace.Write("data/train.jsonl", text.ToString());
    }

    public static JsonNode Entry(this Workspace workspace, string name = "finetune.lock.json") => JsonNode.Parse(workspace.Read(name))!["models"]!["support-bot"]!;

    public static string Git(this Workspace workspace, params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = workspace.Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "-c", "user.name=Ann", "-c", "user.email=ann@example.com", "-c", "commit.gpgsign=false" }.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }
        foreach (var (name, value) in workspace.Variables.Where(pair => pair.Value is not null))
        {
            start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, $"git {string.Join(' ', arguments)}: {output}{error.Result}");
        return output + error.Result;
    }

    public static void Commit(this Workspace workspace, string message)
    {
        workspace.Git("add", "-A");
        workspace.Git("commit", "-qm", message);
    }

    public static void BeginGit(this Workspace workspace)
    {
        Directory.Delete(workspace.PathOf(".git"), recursive: true);
        workspace.Git("init", "-q", "-b", "main", ".");
    }
}
