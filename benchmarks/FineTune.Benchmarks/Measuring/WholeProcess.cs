namespace FineTune.Benchmarks.Measuring;

/// <summary>What a process cost from its start to its end.</summary>
/// <param name="Cpu">CPU seconds, user and system.</param>
/// <param name="Wall">Seconds by the clock.</param>
/// <param name="Peak">The most memory that it held, in MB.</param>
internal sealed record WholeProcess(double Cpu, double Wall, double Peak);
