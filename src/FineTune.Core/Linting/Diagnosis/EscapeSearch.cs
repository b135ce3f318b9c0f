using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Linting.Diagnosis;

/// <summary>Finds the escape in a string that stands for something unusual.</summary>
internal static class EscapeSearch
{
    public static (int Start, int End) FindLoneSurrogate(Example example, int node) => Find(example, node, StringTraits.LoneSurrogate);

    public static (int Start, int End) FindNul(Example example, int node) => Find(example, node, StringTraits.Nul);

    /// <summary>The first control character of a string, escaped or as it is.</summary>
    public static (int Start, int End) FindControl(Example example, int node) =>
        example.RawText(node).IndexOf((byte)0x7F) is >= 0 and var at
            ? (example.Node(node).Start + 1 + at, example.Node(node).Start + 2 + at)
            : Find(example, node, StringTraits.Control);

    private static (int Start, int End) Find(Example example, int node, StringTraits trait)
    {
        var line = example.Line;
        var (i, end) = (example.Node(node).Start + 1, example.Node(node).End - 1);
        while (i < end)
        {
            if (line[i] != '\\')
            {
                i++;
                continue;
            }
            var (start, traits) = (i, StringTraits.None);
            if (!JsonEscape.TrySkip(line, ref i, ref traits))
            {
                break;
            }
            if ((traits & trait) != 0)
            {
                return (start, i);
            }
        }
        return (example.Node(node).Start, example.Node(node).End);
    }
}
