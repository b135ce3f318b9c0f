using System.Text;

namespace FineTune.Core.Linting.Judging;

/// <summary>Names, to be looked for among the bytes of lines.</summary>
/// <param name="names">The names, in the order in which they are shown.</param>
internal sealed class NameList(IReadOnlyList<string> names)
{
    private readonly byte[][] bytes = [.. names.Select(Encoding.UTF8.GetBytes)];

    public IReadOnlyList<string> All { get; } = names;

    public bool Contains(ReadOnlySpan<byte> name)
    {
        foreach (var known in bytes)
        {
            if (known.Length == name.Length && name.SequenceEqual(known))
            {
                return true;
            }
        }
        return false;
    }
}
