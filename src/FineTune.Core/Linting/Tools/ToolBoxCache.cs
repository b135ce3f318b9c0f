using FineTune.Core.Datasets;

namespace FineTune.Core.Linting.Tools;

/// <summary>Keeps the last tool lists that were read: most lines of a dataset declare the same ones.</summary>
/// <param name="textAllowed">Whether tools may be a string that holds the JSON.</param>
internal sealed class ToolBoxCache(bool textAllowed)
{
    private const int Most = 64;

    private readonly Dictionary<ulong, ToolBox> sound = [];

    private (int Line, long Offset, ToolBox Box)? current;

    public ToolBox Of(Example example)
    {
        if (current is { } last && last.Line == example.LineNumber && last.Offset == example.FileOffset)
        {
            return last.Box;
        }
        var key = ContentHash.Combine(HashOf(example, ToolBox.DeclarationsOf(example)), HashOf(example, example.Functions));
        if (!sound.TryGetValue(key, out var box))
        {
            box = ToolBox.Of(example, textAllowed);
            // Faults name nodes of their own line.
            if (box.Faults.Count == 0)
            {
                if (sound.Count == Most)
                {
                    sound.Clear();
                }
                sound[key] = box;
            }
        }
        current = (example.LineNumber, example.FileOffset, box);
        return box;
    }

    private static ulong HashOf(Example example, int node) => node < 0 ? 0 : ContentHash.OfBytes(example.Raw(node));
}
