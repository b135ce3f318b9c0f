using System.CommandLine;
using FineTune.Core.Contracts;
using FineTune.Core.Findings;
using FineTune.Core.Lockfile;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Json;
using FineTune.Tool.Projects;
using FineTune.Tool.Screens;

namespace FineTune.Tool.Commands;

/// <summary><c>finetune history MODEL</c>.</summary>
internal sealed class HistoryCommand : ToolCommand
{
    private readonly Argument<string> model = new("MODEL") { Description = "A model of the lock" };
    private readonly Option<string?> format = Choice.Of("--format", "text or json (default: text)", ["text", "json"]);
    private readonly Option<bool> emulator = EmulatorOption.Make();

    public HistoryCommand()
        : base("history", "Lists a model's versions, newest first, and what their checkpoints say", "finetune history support-bot", "finetune history support-bot --verbosity detailed")
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
        var contracts = new VersionContracts(project.LockPath);
        if (call.Get(format) is "json")
        {
            HistoryJson.Write(call.Output, entry, contracts);
        }
        else
        {
            new HistoryScreen(call, name, entry, contracts).Write();
        }
        foreach (var fault in contracts.Faults)
        {
            call.Fail(fault);
        }
        return Task.FromResult(contracts.Faults.Count == 0 ? ExitCode.Fine : ExitCode.Failed);
    }
}
