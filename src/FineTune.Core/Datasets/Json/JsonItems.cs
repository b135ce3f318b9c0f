namespace FineTune.Core.Datasets.Json;

/// <summary>Walks the items of an array.</summary>
internal struct JsonItems(JsonNode[] nodes, int index)
{
    private readonly int end = nodes[index].Next;

    private int next = index + 1;

    public int Current { get; private set; }

    public readonly JsonItems GetEnumerator() => this;

    public bool MoveNext()
    {
        if (next >= end)
        {
            return false;
        }
        Current = next;
        next = nodes[next].Next;
        return true;
    }
}
