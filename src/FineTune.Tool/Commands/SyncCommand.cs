using System.CommandLine;
using FineTune.Core.Findings;
using FineTune.Providers.Releasing.Orders;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Projects;
using FineTune.Tool.Screens;

namespace FineTune.Tool.Commands;

/// <summary><c>finetune sync</c>.</summary>
internal sealed class SyncCommand : ProviderCommand
{
    private readonly Option<bool> emulator = EmulatorOption.Make();

    public SyncCommand()
        : base("sync", "Brings trainings that have ended into the lock, without waiting", "finetune sync", "finetune sync --emulator") => Add(emulator);

    public override string Remarks => "Of several jobs of one training it keeps the one that was created first and cancels the others. A training that has not ended is no fault: exit code 0. 1: a job failed. 3: a provider could not be asked.";

    protected override async Task<int> WorkAsync(Invocation call, CancellationToken cancellation)
    {
        var project = Project.Read(call, call.Get(emulator));
        await using var hosts = Hosts.Of(call, project);
        using var operations = Hosts.Operations(call, project, hosts, new PlainProgress(call));
        var outcomes = await operations.SyncAsync(cancellation);
        if (outcomes.Count == 0)
        {
            call.Text.Write("no training is open\n");
        }
        return new OutcomeScreen(call).Write([.. outcomes.Select(outcome => outcome.End == ReleaseEnd.StillRunning ? outcome with { ExitCode = ExitCode.Fine } : outcome)]);
    }
}
