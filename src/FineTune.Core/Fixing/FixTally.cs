using FineTune.Core.Findings;
using FineTune.Core.Fixing.Fixes;

namespace FineTune.Core.Fixing;

/// <summary>Counts what was mended in a file, and what was not.</summary>
internal sealed class FixTally
{
    private const int MostShown = 100;

    private readonly SortedDictionary<string, int> done = new(StringComparer.Ordinal);

    private readonly List<FixLeft> left = [];

    private readonly SortedSet<string> leftOut = new(StringComparer.Ordinal);

    private FixLeft? last;

    private int leftCount;

    public int Lines { get; set; }

    public void Count(Rule rule) => done[rule.Code] = done.GetValueOrDefault(rule.Code) + 1;

    public void LeaveOut(IEnumerable<string> keys) => leftOut.UnionWith(keys.Take(MostShown));

    public void Leave(IReadOnlyList<FixLeft> places)
    {
        foreach (var place in places)
        {
            // Each fix that looks at a line finds what the one before it has said.
            if (place == last || left.Contains(place))
            {
                continue;
            }
            last = place;
            leftCount++;
            if (left.Count < MostShown)
            {
                left.Add(place);
            }
        }
    }

    public FileFix Of(string path, string? fault) => fault is null
        ? new FileFix { Path = path, Lines = Lines, Fixed = done, Left = left, LeftCount = leftCount, LeftOut = [.. leftOut.Take(MostShown).Select(SafeText.Clean)] }
        : new FileFix { Path = path, Fault = fault };
}
