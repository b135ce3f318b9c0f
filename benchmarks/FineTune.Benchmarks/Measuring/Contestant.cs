using FineTune.Benchmarks.Results;

namespace FineTune.Benchmarks.Measuring;

/// <summary>A program that takes part in a figure.</summary>
/// <param name="Name">As readers are told it.</param>
/// <param name="Read">Runs it once and says what was read, in the figure's unit.</param>
internal sealed record Contestant(string Name, Func<double> Read)
{
    /// <summary>All in turn, every second round the other way about, so that none always follows the same one.</summary>
    public static IReadOnlyList<Readings> TakeTurns(IReadOnlyList<Contestant> contestants, int rounds)
    {
        var read = contestants.ToDictionary(contestant => contestant, _ => new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var contestant in round % 2 == 0 ? contestants : contestants.Reverse())
            {
                read[contestant].Add(Math.Round(contestant.Read(), 4));
            }
        }

        return [.. contestants.Select(contestant => new Readings(contestant.Name, read[contestant]))];
    }
}
