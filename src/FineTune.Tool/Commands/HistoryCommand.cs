using System.CommandLine;
using FineTune.Core.Findings;
using FineTune.Core.Lockfile;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Json;
using FineTune.Tool.Projects;
using FineTune.Tool.Rendering;

namespace FineTune.Tool.Commands;

/// <summary><c>finetune history MODEL</c>.</summary>
internal sealed class HistoryCommand : ToolCommand
{
    private readonly Argument<string> model = new("MODEL") { Description = "A model of the lock" };
    private readonly Option<string?> format = Choice.Of("--format", "text or json (default: text)", ["text", "json"]);
    private readonly Option<bool> emulator = EmulatorOption.Make();

    public HistoryCommand()
        : base("history", "Lists a model's versions, newest first", "finetune history support-bot", "finetune history support-bot --format json")
    {
        Add(model);
        Add(format);
        Add(emulator);
    }

    public override Task<int> RunAsync(Invocation call, CancellationToken cancellation)
    {
        var project = Project.Read(call, call.Get(emulator));
        var name = NamedModel.In(project, call.Get(model)!);
        var entry = project.SoundLock()?.Models.GetValueOrDefault(name) ?? new LockedModel();
        if (call.Get(format) is "json")
        {
            HistoryJson.Write(call.Output, entry);
        }
        else
        {
            WriteText(call, name, entry);
        }
        return Task.FromResult(ExitCode.Fine);
    }

    private static void WriteText(Invocation call, string name, LockedModel entry)
    {
        if (entry.Versions.Count == 0)
        {
            call.Text.Write($"{SafeText.Clean(name)} has no versions yet: finetune release {SafeText.Clean(name)} trains one\n");
            return;
        }
        call.Screen.Draw(PlainTable.Of(["", "VERSION", "FINISHED", "EXAMPLES", "TRAINED", "COST", "COMMIT", "MODEL"],
        [
            .. entry.Versions.Select(version => new[]
            {
                version.Number == entry.Current ? "*" : "",
                version.Number.ToString(),
                version.FinishedAt is { } finished ? finished.UtcDateTime.ToString("yyyy-MM-dd HH:mm") : "–",
                version.Training.Examples.ToString("N0"),
                version.TrainedTokens is { } tokens ? Amount.Of(tokens, "token") : "–",
                version.CostUsd is { } cost ? $"{cost:0.00} USD" : "–",
                version.Commit?[..Math.Min(10, version.Commit.Length)] ?? "–",
                version.Model,
            }),
        ]));
        if (entry.Pinned is { } pin)
        {
            call.Text.Write($"\npinned to version {pin.Version}: {SafeText.Clean(pin.Reason)}\n");
        }
    }
}
