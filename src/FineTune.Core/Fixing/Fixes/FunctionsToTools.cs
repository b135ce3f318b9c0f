using System.Text;
using FineTune.Core.Conversions;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Rules.Tools;

namespace FineTune.Core.Fixing.Fixes;

/// <summary>FT2031: <c>functions</c>, <c>function_call</c> and role <c>function</c> become <c>tools</c>, <c>tool_calls</c> and role <c>tool</c>; all of a line or nothing of it.</summary>
internal sealed class FunctionsToTools : ILineFix
{
    public Rule Rule => FunctionsDeprecated.Rule;

    public bool AppliesTo(FixScope scope) => scope.Reports(Rule);

    public byte[]? Apply(FixLine line)
    {
        if (!line.IsObject || (line.Example.Functions < 0 && !HasCall(line.Example)))
        {
            return null;
        }
        var edits = new LineEdits();
        if ((Declarations(line.Example, edits) ?? Messages(line.Example, edits)) is { } reason)
        {
            line.Leave(this, reason);
            return null;
        }
        return edits.IsEmpty ? null : edits.Apply(line.Example.Line);
    }

    private static bool HasCall(Example example)
    {
        foreach (ref readonly var message in example.Messages)
        {
            if (IsCall(message))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsCall(in Message message) => message.FunctionCall >= 0;

    private static string? Declarations(Example example, LineEdits edits)
    {
        if (example.Functions < 0)
        {
            return null;
        }
        if (example.Tools >= 0 || StandsTwice(example))
        {
            return "\"functions\" stands beside \"tools\" or twice; only you can say which of them counts";
        }
        if (example.Node(example.Functions).Kind != JsonKind.Array)
        {
            return "\"functions\" is no list";
        }
        Rename(example, example.Functions - 1, "\"tools\""u8, edits);
        foreach (var item in example.Tape.Items(example.Functions))
        {
            if (example.Node(item).Kind != JsonKind.Object)
            {
                return "\"functions\" holds something that is no object";
            }
            if (example.Find(item, "function"u8) < 0)
            {
                edits.Insert(example.Node(item).Start, """{"type": "function", "function": """u8);
                edits.Insert(example.Node(item).End, "}"u8);
            }
        }
        return null;
    }

    private static bool StandsTwice(Example example)
    {
        var count = 0;
        foreach (var property in example.Tape.Properties(example.Holder))
        {
            count += example.Is(property.Name, "functions"u8) ? 1 : 0;
        }
        return count > 1;
    }

    private static string? Messages(Example example, LineEdits edits)
    {
        var (ids, number) = (new CallIds(example), 0);
        (MessageList List, string Name, byte[] Id)? open = null;
        foreach (ref readonly var message in example.Messages)
        {
            number++;
            if (IsCall(message))
            {
                if (message.Role != MessageRole.Assistant || message.ToolCalls >= 0 || message.OldCall < 0)
                {
                    return $"the \"function_call\" of message {number} is no object, stands beside \"tool_calls\", or is not the assistant's";
                }
                open = (message.List, NameOf(example, example.Find(message.FunctionCall, "name"u8)), ids.Next());
                Rename(example, message.FunctionCall - 1, "\"tool_calls\""u8, edits);
                edits.Insert(example.Node(message.FunctionCall).Start, [.. "[{\"id\": "u8, .. open.Value.Id, .. ", \"type\": \"function\", \"function\": "u8]);
                edits.Insert(example.Node(message.FunctionCall).End, "}]"u8);
            }
            else if (message.Role == MessageRole.Function)
            {
                if (open is not { } call || call.List != message.List || message.ToolCallId >= 0 || (message.Name >= 0 && NameOf(example, message.Name) != call.Name))
                {
                    return $"the result in message {number} follows no call of the same function";
                }
                Rename(example, message.RoleNode, "\"tool\""u8, edits);
                Answer(example, message, call.Id, edits);
                open = null;
            }
        }
        return null;
    }

    // The name of the function stands in the call; the answer names the call instead.
    private static void Answer(Example example, in Message message, byte[] id, LineEdits edits)
    {
        if (message.Name >= 0)
        {
            Rename(example, message.Name - 1, "\"tool_call_id\""u8, edits);
            Rename(example, message.Name, id, edits);
        }
        else
        {
            edits.Insert(example.Node(message.RoleNode).End, [.. ", \"tool_call_id\": "u8, .. id]);
        }
    }

    private static void Rename(Example example, int node, ReadOnlySpan<byte> text, LineEdits edits) =>
        edits.Replace(example.Node(node).Start, example.Node(node).End, text);

    private static string NameOf(Example example, int node) => node >= 0 && example.Node(node).IsText ? example.Show(node) : "";

    /// <summary>IDs that every host takes (nine letters and digits) and that the line does not have yet.</summary>
    private sealed class CallIds(Example example)
    {
        private readonly HashSet<int> taken = TakenIn(example.Line);

        private int last;

        public byte[] Next()
        {
            while (!taken.Add(++last))
            {
            }
            return Encoding.UTF8.GetBytes($"\"call{last:D5}\"");
        }

        /// <summary>The numbers of such IDs that stand in a line.</summary>
        private static HashSet<int> TakenIn(ReadOnlySpan<byte> line)
        {
            var numbers = new HashSet<int>();
            while (line.IndexOf("\"call"u8) is >= 0 and var at)
            {
                line = line[(at + "\"call".Length)..];
                if (System.Buffers.Text.Utf8Parser.TryParse(line, out int number, out _))
                {
                    numbers.Add(number);
                }
            }
            return numbers;
        }
    }
}
