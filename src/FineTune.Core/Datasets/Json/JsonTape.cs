using System.Runtime.CompilerServices;

namespace FineTune.Core.Datasets.Json;

/// <summary>
/// The values of one line in the order they are written, as offsets into its bytes: no string is made.
/// One tape is used for line after line; it grows to the largest and stays.
/// </summary>
internal sealed partial class JsonTape
{
    public const int MaxDepth = 64;

    private JsonNode[] nodes = new JsonNode[512];

    private readonly int[] open = new int[MaxDepth];

    private readonly List<int> leftOut = [];

    public int Count { get; private set; }

    /// <summary>Whether some value of the line is null.</summary>
    public bool HasNulls { get; private set; }

    /// <summary>What the strings of the line have, each of them or some.</summary>
    public StringTraits Traits { get; private set; }

    /// <summary>The names of the properties that count as absent, each once.</summary>
    public IReadOnlyList<int> LeftOut => leftOut;

    public ref readonly JsonNode this[int index] => ref nodes[index];

    /// <summary>The properties of an object, in order, without those that are left out.</summary>
    public JsonProperties Properties(int index) => new(nodes, index, withLeftOut: false);

    /// <summary>The properties of an object as they are written.</summary>
    public JsonProperties AllProperties(int index) => new(nodes, index, withLeftOut: true);

    /// <summary>Lets a property count as absent: no walk and no search finds it any more.</summary>
    public void LeaveOut(int name)
    {
        nodes[name].Traits |= StringTraits.LeftOut;
        leftOut.Add(name);
    }

    /// <summary>The items of an array, in order.</summary>
    public JsonItems Items(int index) => new(nodes, index);

    /// <summary>How many items an array has.</summary>
    public int CountItems(int index)
    {
        var count = 0;
        foreach (var _ in Items(index))
        {
            count++;
        }
        return count;
    }

    /// <summary>Whether the node is a string of this text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TextEquals(ReadOnlySpan<byte> line, int index, ReadOnlySpan<byte> text)
    {
        ref readonly var node = ref nodes[index];
        if (node.Kind != JsonKind.String)
        {
            return false;
        }
        var raw = line[(node.Start + 1)..(node.End - 1)];
        return (node.Traits & StringTraits.Escaped) == 0 ? raw.SequenceEqual(text) : new Scratch().Decode(raw).SequenceEqual(text);
    }

    /// <summary>The value of a property; -1 where the object has none of that name, the last where it has several.</summary>
    public int Find(ReadOnlySpan<byte> line, int index, ReadOnlySpan<byte> name)
    {
        var found = -1;
        if (nodes[index].Kind == JsonKind.Object)
        {
            foreach (var property in Properties(index))
            {
                if (TextEquals(line, property.Name, name))
                {
                    found = property.Value;
                }
            }
        }
        return found;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref JsonNode Append()
    {
        if (Count == nodes.Length)
        {
            Array.Resize(ref nodes, nodes.Length * 2);
        }
        return ref nodes[Count++];
    }

    private void Append(JsonKind kind, int start, int end)
    {
        ref var node = ref Append();
        node.Start = start;
        node.End = end;
        node.Kind = kind;
        node.Traits = StringTraits.None;
        node.Next = Count;
    }
}
