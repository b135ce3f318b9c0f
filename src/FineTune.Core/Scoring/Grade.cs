namespace FineTune.Core.Scoring;

/// <summary>What a grader says of one answer.</summary>
/// <param name="Reward">The reward; 0 where there was a fault.</param>
/// <param name="Fault">Why there is no reward.</param>
/// <param name="Parts">The rewards of the graders inside, by name; empty for none.</param>
internal sealed record Grade(double Reward, GradeFault Fault, IReadOnlyDictionary<string, double> Parts)
{
    private static readonly Dictionary<string, double> NoParts = [];

    public static Grade Of(double reward) => new(reward, GradeFault.None, NoParts);

    public static Grade Of(GradeFault fault) => new(0, fault, NoParts);
}
