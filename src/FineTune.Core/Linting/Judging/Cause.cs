using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Judging;

/// <summary>What several findings of a file have in common: their rule, their weight and their words.</summary>
/// <param name="most">How many of them are kept one by one.</param>
internal sealed class Cause(int most)
{
    private readonly List<LineFinding> kept = [];

    private int lastLine;

    /// <summary>The first of the findings, in order.</summary>
    public IReadOnlyList<LineFinding> Kept => kept;

    /// <summary>How often it was found.</summary>
    public int Count { get; private set; }

    /// <summary>On how many lines.</summary>
    public int Lines { get; private set; }

    /// <summary>Counts a finding on a line; lines come in order. True where it is to be kept, too.</summary>
    public bool Note(int line)
    {
        Count++;
        Lines += line == lastLine ? 0 : 1;
        lastLine = line;
        return kept.Count < most;
    }

    /// <summary>Keeps the finding that was counted last.</summary>
    public void Keep(LineFinding finding) => kept.Add(finding);

    /// <summary>Adds what was found in the next block of the same file.</summary>
    public void Add(Cause next)
    {
        Count += next.Count;
        Lines += next.Lines;
        kept.AddRange(next.kept.Take(most - kept.Count));
    }

    /// <summary>One finding that speaks for all.</summary>
    /// <param name="total">Lines of the file that could have the fault; null where nobody counted them.</param>
    public LineFinding Fold(long? total)
    {
        var repeats = new Repetition(kept[0].Cause ?? kept[0].Message, Count, Lines, total, [.. kept.Take(CauseTally.MostPlaces).Select(finding => finding.Range)]);
        return kept[0] with { Message = repeats.Message, Example = null, Repeats = repeats, Cause = null };
    }
}
