namespace FineTune.Benchmarks.Results;

/// <summary>What the figures were measured on.</summary>
internal sealed record Machine(string Processor, int Cores, int MemoryGigabytes, string System);
