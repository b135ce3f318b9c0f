using FineTune.Core.Datasets.Json;
using FineTune.Core.Datasets.Lines;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;

namespace FineTune.Core.Lockfile.Reading;

/// <summary>Collects what is wrong with a lock, with line and column of the JSON at fault.</summary>
/// <param name="path">Absolute path of the lock.</param>
/// <param name="text">Its bytes without a byte order mark.</param>
internal sealed class LockFaults(string path, ReadOnlyMemory<byte> text)
{
    // A lock with more faults is not a lock; a hostile one must not cost hours.
    private const int Most = 100;

    private readonly List<Finding> findings = [];

    public IReadOnlyList<Finding> Findings => findings;

    public int Count => findings.Count;

    public void Add(PlacedValue value, string message) => Add(LockRules.Invalid, value.Start, value.End, message);

    public void Add(int start, int end, string message) => Add(LockRules.Invalid, start, end, message);

    public void Add(Rule rule, int start, int end, string message)
    {
        if (findings.Count < Most)
        {
            findings.Add(Finding.Of(rule, path, LineColumns.RangeIn(text.Span, start, end), message));
        }
    }
}
