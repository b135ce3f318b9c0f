using FineTune.Providers;
using FineTune.Providers.Hosting;
using FineTune.Providers.Releasing;
using FineTune.Providers.Releasing.Locking;
using FineTune.Providers.Releasing.Orders;
using FineTune.Tool.CommandLine;

namespace FineTune.Tool.Projects;

/// <summary>Opens providers for a command.</summary>
internal static class Hosts
{
    /// <summary>The providers of a project; each is opened when it is first needed.</summary>
    public static HostDirectory Of(Invocation call, Project project, string? emulatorSpeed = null) =>
        new(new HostSurroundings(call.Surroundings.Variable, Clock.Of(call.Surroundings.Clock), project.Manifest.Directory)
        {
            EmulatorSpeed = emulatorSpeed ?? call.Surroundings.Variable("FINETUNE_EMULATOR_SPEED"),
            TrainerLog = call.Detail,
        });

    /// <summary>What can be done with a project's models beside releasing them.</summary>
    public static ModelOperations Operations(Invocation call, Project project, IHosts hosts, IReleaseProgress progress)
    {
        call.Detail($"lock: {call.Show(project.LockPath)}");
        return new(hosts, project.Manifest, new DiskLock(project.LockPath), progress, Clock.Of(call.Surroundings.Clock));
    }
}
