using FineTune.Core.Catalog;
using FineTune.Providers.Hosting;
using FineTune.Providers.OpenAI;

namespace FineTune.Providers.Emulation;

/// <summary>The emulator as a provider: a child process that ends with the host.</summary>
internal sealed class EmulatorHost : OpenAIHost
{
    private readonly EmulatorProcess process;

    private EmulatorHost(EmulatorProcess process, WireSettings settings, Profile profile)
        : base(settings, profile) => this.process = process;

    /// <summary>Starts it.</summary>
    public static async Task<EmulatorHost> StartAsync(Profile profile, HostSurroundings surroundings, CancellationToken cancellation)
    {
        var process = await EmulatorProcess.StartAsync(surroundings, cancellation).ConfigureAwait(false);
        var settings = new WireSettings(profile.Title, process.Address, surroundings.Clock)
        {
            Key = new KeySource(_ => "emulator-needs-no-key", "", profile.Title),
            Timeout = surroundings.CallTimeout,
        };
        return new EmulatorHost(process, settings, profile);
    }

    /// <inheritdoc/>
    public override HostFeatures Features => base.Features with { IsEmulator = true };

    /// <inheritdoc/>
    public override bool IsStandIn => false; // it is what the manifest or the command line asks for

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync().ConfigureAwait(false);
        await process.DisposeAsync().ConfigureAwait(false);
    }
}
