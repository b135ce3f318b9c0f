using System.Runtime.InteropServices;
using FineTune.Core.Datasets;

namespace FineTune.Core.Linting.Tools;

/// <summary>The calls of one example, found once for all rules.</summary>
internal sealed class ToolCallList
{
    private readonly List<ToolCall> calls = [];

    private bool isFilled;

    public ReadOnlySpan<ToolCall> Of(Example example)
    {
        if (!isFilled)
        {
            foreach (var call in new ToolCalls(example))
            {
                calls.Add(call);
            }
            isFilled = true;
        }
        return CollectionsMarshal.AsSpan(calls);
    }

    /// <summary>Begins with the next example.</summary>
    public void Clear()
    {
        calls.Clear();
        isFilled = false;
    }
}
