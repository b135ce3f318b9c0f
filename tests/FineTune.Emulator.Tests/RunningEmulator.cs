using System.Diagnostics.CodeAnalysis;
using FineTune.Emulator.Faults;
using FineTune.Emulator.Hosting;
using FineTune.Emulator.State;

namespace FineTune.Emulator.Tests;

/// <summary>An emulator in this process, on a folder of its own and any free port.</summary>
[SuppressMessage("Design", "CA1001", Justification = "xunit calls IAsyncLifetime.DisposeAsync")]
public abstract class RunningEmulator : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly StringWriter errors = new();
    private EmulatorServer? host;

    internal Api Api { get; private set; } = null!;

    internal Uri BaseAddress => host!.BaseAddress;

    internal string Folder => folder.Path;

    /// <summary>What the emulator had to say on stderr.</summary>
    internal string Errors => errors.ToString();

    private protected virtual double Speed => EmulatorOptions.Instant;

    private protected virtual FaultRule[] Faults => [];

    public async Task InitializeAsync()
    {
        host = await EmulatorServer.StartAsync(new EmulatorOptions { DataFolder = folder.Path, Speed = Speed }, new FaultList(Faults), errors);
        Api = new Api(host.BaseAddress);
    }

    public async Task DisposeAsync()
    {
        Api.Dispose();
        await host!.DisposeAsync();
        folder.Dispose();
    }
}
