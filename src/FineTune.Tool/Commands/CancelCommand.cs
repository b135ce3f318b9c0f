using System.CommandLine;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Projects;
using FineTune.Tool.Screens;

namespace FineTune.Tool.Commands;

/// <summary><c>finetune cancel MODEL</c>.</summary>
internal sealed class CancelCommand : ProviderCommand
{
    private readonly Argument<string> model = new("MODEL") { Description = "A model of the manifest or the lock" };
    private readonly Option<bool> emulator = EmulatorOption.Make();

    public CancelCommand()
        : base("cancel", "Cancels a model's running job, and says so in the lock", "finetune cancel support-bot", "finetune cancel support-bot --emulator")
    {
        Add(model);
        Add(emulator);
    }

    protected override async Task<int> WorkAsync(Invocation call, CancellationToken cancellation)
    {
        var project = Project.Read(call, call.Get(emulator));
        var name = NamedModel.In(project, call.Get(model)!);
        await using var hosts = Hosts.Of(call, project);
        using var operations = Hosts.Operations(call, project, hosts, new PlainProgress(call));
        return new OutcomeScreen(call).Write([await operations.CancelAsync(name, cancellation)]);
    }
}
