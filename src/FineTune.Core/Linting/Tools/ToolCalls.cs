using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Linting.Tools;

/// <summary>Walks all calls of an example.</summary>
internal struct ToolCalls(Example example)
{
    private int message = -1;

    private JsonItems calls;

    private bool inCalls;

    public ToolCall Current { get; private set; }

    public readonly ToolCalls GetEnumerator() => this;

    public bool MoveNext()
    {
        while (true)
        {
            if (inCalls && calls.MoveNext())
            {
                Current = Read(example.Find(calls.Current, "function"u8));
                return true;
            }
            inCalls = false;
            if (++message >= example.Messages.Length)
            {
                return false;
            }
            ref readonly var at = ref example.Messages[message];
            if (at.CallList >= 0)
            {
                (calls, inCalls) = (example.Tape.Items(at.CallList), true);
            }
            else if (at.OldCall >= 0)
            {
                Current = Read(at.OldCall);
                return true;
            }
        }
    }

    private readonly ToolCall Read(int function)
    {
        var name = function < 0 ? -1 : example.Find(function, "name"u8);
        name = name >= 0 && example.Node(name).IsText ? name : -1;
        return new ToolCall(name < 0 ? "" : example.Show(name), name, function < 0 ? -1 : example.Find(function, "arguments"u8));
    }
}
