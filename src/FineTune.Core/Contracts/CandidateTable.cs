using FineTune.Core.Datasets.Indexing;

namespace FineTune.Core.Contracts;

/// <summary>
/// Counts texts by their keys in bounded memory. Where there are more, the rarest are forgotten: a count is never too high, and one is too low
/// only of a text that was rarer than a thousand others when they all came before it.
/// </summary>
internal sealed class CandidateTable
{
    private const int MostKept = 1024;

    private readonly Dictionary<UInt128, Candidate> all = [];

    /// <summary>Counts a text once more.</summary>
    public void Add(UInt128 key, ExamplePlace place) => Add(key, new Candidate(1, place));

    /// <summary>Adds the counts of what comes after in a file.</summary>
    public void Add(CandidateTable later, int file)
    {
        foreach (var (key, candidate) in later.all)
        {
            Add(key, candidate with { First = new ExamplePlace(file, candidate.First.Offset) });
        }
    }

    /// <summary>The text that at least nine in ten have; null for none.</summary>
    public (UInt128 Key, ExamplePlace First)? Shared(long examples)
    {
        foreach (var (key, candidate) in all)
        {
            if (candidate.Count * 10 >= examples * 9)
            {
                return (key, candidate.First);
            }
        }
        return null;
    }

    private void Add(UInt128 key, Candidate candidate)
    {
        all[key] = all.TryGetValue(key, out var known) ? known with { Count = known.Count + candidate.Count } : candidate;
        if (all.Count > 2 * MostKept)
        {
            foreach (var rare in all.OrderByDescending(pair => pair.Value.Count).ThenBy(pair => pair.Value.First.File).ThenBy(pair => pair.Value.First.Offset).Skip(MostKept).ToList())
            {
                all.Remove(rare.Key);
            }
        }
    }
}
