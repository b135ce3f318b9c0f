using System.Buffers;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Datasets;

/// <summary>Writes a value without the properties that are left out; what stays is byte for byte as it was.</summary>
internal static class KeptText
{
    /// <summary>The bytes of a value; as they stand where nothing of it is left out.</summary>
    public static ReadOnlySpan<byte> Of(Example example, int node)
    {
        if (example.Tape.LeftOut.Count == 0)
        {
            return example.Raw(node);
        }
        var text = new ArrayBufferWriter<byte>(Math.Max(1, example.Node(node).Length));
        var at = example.Node(node).Start;
        foreach (var (start, end) in Cuts(example, node).OrderBy(cut => cut.Start))
        {
            text.Write(example.Line[at..start]);
            at = end;
        }
        text.Write(example.Line[at..example.Node(node).End]);
        return text.WrittenSpan;
    }

    /// <summary>What goes: each property with the comma before it, or after it where nothing stays before it.</summary>
    private static IEnumerable<(int Start, int End)> Cuts(Example example, int node)
    {
        for (var i = node; i < example.Node(node).Next; i++)
        {
            if (example.Node(i).Kind != JsonKind.Object)
            {
                continue;
            }
            var (stays, before) = (false, -1);
            for (var properties = example.Tape.AllProperties(i); properties.MoveNext();)
            {
                var property = properties.Current;
                if ((example.Node(property.Name).Traits & StringTraits.LeftOut) == 0)
                {
                    stays = true;
                }
                else if (stays)
                {
                    yield return (before, example.Node(property.Value).End);
                }
                else
                {
                    var next = example.Node(property.Value).Next;
                    yield return (example.Node(property.Name).Start, next < example.Node(i).Next ? example.Node(next).Start : example.Node(property.Value).End);
                }
                before = example.Node(property.Value).End;
            }
        }
    }
}
