using FineTune.Core.Datasets;
using FineTune.Core.Linting.Rules.Schema;

namespace FineTune.Core.Linting.Engine;

/// <summary>The names of an example's null keys. Most lines of an export have the same ones: each set of names is kept once.</summary>
internal sealed class NullKeyNames
{
    private const int MostSets = 256;

    private readonly Dictionary<ulong, IReadOnlyList<string>> sets = [];

    /// <summary>The names, each once; null where no key is left out.</summary>
    public IReadOnlyList<string>? Of(Example example)
    {
        if (example.Tape.LeftOut.Count == 0)
        {
            return null;
        }
        var hash = 0UL;
        foreach (var name in example.Tape.LeftOut)
        {
            hash = ContentHash.Combine(hash, ContentHash.OfBytes(example.RawText(name)));
        }
        if (!sets.TryGetValue(hash, out var names))
        {
            if (sets.Count == MostSets)
            {
                sets.Clear();
            }
            sets[hash] = names = [.. example.Tape.LeftOut.Select(example.Show).Distinct(StringComparer.Ordinal).Take(NullKeysRule.Most)];
        }
        return names;
    }
}
