using System.Text;
using FineTune.Core.Findings;

namespace FineTune.Core.Lockfile;

/// <summary>Collects what is wrong with a lock, with line and column of the JSON at fault.</summary>
internal sealed class LockFaults(string path, byte[] bytes, int textStart)
{
    // A lock with more faults is not a lock; a hostile one must not cost hours.
    private const int Most = 100;

    private readonly List<Finding> findings = [];

    public IReadOnlyList<Finding> Findings => findings;

    public int Count => findings.Count;

    public void Add(LockNode node, string message) => Add(LockRules.Invalid, node.Start, node.End, message);

    public void Add(Rule rule, int start, int end, string message)
    {
        if (findings.Count < Most)
        {
            findings.Add(Finding.Of(rule, path, Range(start, end), message));
        }
    }

    public TextRange Range(int start, int end) => new(Position(start), Position(end));

    private TextPosition Position(int offset)
    {
        var before = bytes.AsSpan(textStart, Math.Clamp(offset, textStart, bytes.Length) - textStart);
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new TextPosition(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }
}
