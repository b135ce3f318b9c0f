namespace FineTune.Benchmarks.Results;

/// <summary>What was read of one program, round by round.</summary>
/// <param name="Name">The program, as readers are told it.</param>
/// <param name="Runs">One reading a round, in the figure's unit; less is better.</param>
internal sealed record Readings(string Name, IReadOnlyList<double> Runs)
{
    /// <summary>The tool as machine code.</summary>
    public const string Native = "finetune";

    /// <summary>The tool that runs on any .NET.</summary>
    public const string Portable = "finetune, portable";

    public Spread Spread => Spread.Of(Runs);

    /// <summary>This beside the other, of the same round each time: 2 where this one's reading is twice the other's.</summary>
    public Spread Beside(Readings other) => Spread.Of(Runs.Zip(other.Runs, (ours, theirs) => ours / theirs));
}
