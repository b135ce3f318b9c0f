using FineTune.Benchmarks.Results;

namespace FineTune.Benchmarks.Measuring;

/// <summary>Who takes part: ours, published by <c>benchmarks/run</c> into the folder of work, and the peers.</summary>
internal sealed class Programs(string repository, string work)
{
    private readonly string peers = Path.Combine(repository, "benchmarks", "peers");

    /// <summary>Starts another program and says what it cost.</summary>
    public Command Meter => Python("process.py");

    /// <summary>Machine code first; without a C compiler there is none.</summary>
    public IReadOnlyList<(string Name, Command Command)> Tools => Both("native/finetune", "portable/finetune.dll");

    /// <summary>Our counter in a process that does nothing else.</summary>
    public IReadOnlyList<(string Name, Command Command)> Counters => Both("count-native/FineTune.Benchmarks", "count/FineTune.Benchmarks.dll");

    /// <summary>Programs that write one line.</summary>
    public IReadOnlyList<(string Name, Command Command)> Empty =>
    [
        .. Machine("an empty native program", "empty-native/Empty"),
        ("an empty .NET program", DotNet("empty/Empty.dll")),
    ];

    public Command BuildCost => new("dotnet", "run", Path.Combine(repository, "benchmarks", "build-cost.cs"), "--");

    /// <summary>A counter of others on .NET.</summary>
    public Command DotNetPeer(string library) => DotNet("peers/FineTune.Benchmarks.Peers.dll").With(library);

    public Command Node(string file) => new("node", Path.Combine(peers, file));

    public Command Python(string file) => new("python3", Path.Combine(peers, file));

    private (string Name, Command Command)[] Both(string native, string portable) =>
        [.. Machine(Readings.Native, native), (Readings.Portable, DotNet(portable))];

    private IEnumerable<(string Name, Command Command)> Machine(string name, string file) =>
        Path.Combine(work, file) is var path && File.Exists(path) ? [(name, new Command(path))] : [];

    private Command DotNet(string file) => new("dotnet", Path.Combine(work, file));
}
