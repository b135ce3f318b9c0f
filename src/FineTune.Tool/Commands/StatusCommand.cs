using System.CommandLine;
using FineTune.Core.Findings;
using FineTune.Core.Lockfile;
using FineTune.Providers.Releasing;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Json;
using FineTune.Tool.Projects;
using FineTune.Tool.Rendering;
using FineTune.Tool.Screens;

namespace FineTune.Tool.Commands;

/// <summary><c>finetune status</c>.</summary>
internal sealed class StatusCommand : ProviderCommand
{
    private readonly Option<string?> format = Choice.Of("--format", "text or json (default: text)", ["text", "json"]);
    private readonly Option<bool> emulator = EmulatorOption.Make();

    public StatusCommand()
        : base("status", "Shows each model's version, and how its open training is at the provider", "finetune status", "finetune status --format json")
    {
        Add(format);
        Add(emulator);
    }

    protected override async Task<int> WorkAsync(Invocation call, CancellationToken cancellation)
    {
        var project = Project.Read(call, call.Get(emulator));
        await using var hosts = Hosts.Of(call, project);
        using var operations = Hosts.Operations(call, project, hosts, new PlainProgress(call));
        var states = await operations.StatusAsync(cancellation);
        if (call.Get(format) is "json")
        {
            StatusJson.Write(call.Output, states);
        }
        else
        {
            WriteText(call, project, states);
        }
        foreach (var state in states.Where(state => state.Problem is not null))
        {
            call.Fail(state.Problem!.Rule, $"{state.Model}: {state.Problem.Message}");
        }
        return states.Select(state => state.Problem?.ExitCode ?? ExitCode.Fine).DefaultIfEmpty(ExitCode.Fine).Max();
    }

    private static void WriteText(Invocation call, Project project, IReadOnlyList<ModelStatus> states)
    {
        string[][] rows =
        [
            .. states.Select(state => new[]
            {
                state.Model,
                state.Version is { } version ? $"version {version.Number}" : "–",
                state.Attempt is { } attempt ? state.Job?.Status ?? LockText.NameOf(attempt.State) : "–",
                state.Attempt?.JobId ?? state.Version?.Model ?? "",
            }),
            .. project.Manifest.Models.Where(model => states.All(state => state.Model != model.Name)).Select(model => new[] { model.Name, "never released", "–", "" }),
        ];
        call.Screen.Draw(PlainTable.Of(["MODEL", "CURRENT", "TRAINING", "JOB OR MODEL"], rows));
    }
}
