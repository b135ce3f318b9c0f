using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using FineTune.Emulator.Faults;
using FineTune.Emulator.Hosting;
using FineTune.Emulator.State;

namespace FineTune.Emulator.Tests;

/// <summary>An emulator on a folder of its own and any free port: in this process, or the program under test.</summary>
[SuppressMessage("Design", "CA1001", Justification = "xunit calls IAsyncLifetime.DisposeAsync")]
public abstract class RunningEmulator : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly TemporaryFolder faults = new();
    private readonly StringWriter errors = new();
    private readonly TextWriter errorsInTurn;
    private EmulatorServer? host;
    private EmulatorProcess? process;

    protected RunningEmulator() => errorsInTurn = TextWriter.Synchronized(errors);

    internal Api Api { get; private set; } = null!;

    internal Uri BaseAddress { get; private set; } = null!;

    internal string Folder => folder.Path;

    /// <summary>What the emulator had to say on stderr.</summary>
    internal string Errors => errors.ToString();

    private protected virtual double Speed => EmulatorOptions.Instant;

    private protected virtual FaultRule[] Faults => [];

    public async Task InitializeAsync()
    {
        if (EmulatorProcess.IsOther)
        {
            process = await StartProcessAsync();
            BaseAddress = process.Address;
        }
        else
        {
            host = await EmulatorServer.StartAsync(new EmulatorOptions { DataFolder = folder.Path, Speed = Speed }, new FaultList(Faults), errorsInTurn);
            BaseAddress = host.BaseAddress;
        }
        Api = new Api(BaseAddress);
    }

    public async Task DisposeAsync()
    {
        Api.Dispose();
        await (host?.DisposeAsync() ?? process!.DisposeAsync());
        folder.Dispose();
        faults.Dispose();
    }

    private Task<EmulatorProcess> StartProcessAsync()
    {
        var speed = Speed >= EmulatorOptions.Instant ? "instant" : Speed.ToString("0.######", CultureInfo.InvariantCulture);
        var path = faults.Write("faults.json", JsonSerializer.Serialize(Faults, StateJson.Default.IReadOnlyListFaultRule));
        return EmulatorProcess.StartAsync(folder.Path, errorsInTurn, ["--speed", speed, "--faults", path]);
    }
}
