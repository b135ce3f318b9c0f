using System.Runtime.CompilerServices;

namespace FineTune.Core.Datasets.Json;

/// <summary>Walks the properties of an object.</summary>
internal struct JsonProperties(JsonNode[] nodes, int index, bool withLeftOut)
{
    private readonly int end = nodes[index].Next;

    private int next = index + 1;

    public JsonProperty Current { get; private set; }

    public readonly JsonProperties GetEnumerator() => this;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        if (next >= end)
        {
            return false;
        }
        Current = new JsonProperty(next);
        next = nodes[next + 1].Next;
        return withLeftOut || (nodes[Current.Name].Traits & StringTraits.LeftOut) == 0 || MovePastLeftOut();
    }

    private bool MovePastLeftOut()
    {
        while (next < end)
        {
            Current = new JsonProperty(next);
            next = nodes[next + 1].Next;
            if ((nodes[Current.Name].Traits & StringTraits.LeftOut) == 0)
            {
                return true;
            }
        }
        return false;
    }
}
