using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Tools;

namespace FineTune.Core.Linting.Rules.Tools;

/// <summary>FT2030: calls and results do not pair up.</summary>
internal sealed class ToolResultUnmatched() : ExampleRule("FT2030", "tool-result-unmatched", Severity.Error, "Tool calls and results do not pair up")
{
    public static ToolResultUnmatched Rule { get; } = new();

    public override void Check(Example example, Inspection inspection)
    {
        OpenCalls? open = null;
        HashSet<string>? answered = null;
        HashSet<string>? late = null;
        var previous = MessageRole.Unknown;
        var messages = example.Conversation;
        for (var i = 0; i < messages.Length; i++)
        {
            ref readonly var message = ref messages[i];
            // What a message says whose role or calls are wrong is not known: what follows may answer it.
            if (message.Role == MessageRole.Unknown || HasWrongCalls(example, message, inspection))
            {
                return;
            }
            if (message.Role == MessageRole.Tool)
            {
                if (previous == MessageRole.Assistant && messages[i - 1].ToolCalls < 0 && Schema.MisspeltKey.Of(example, messages[i - 1], "tool_calls") >= 0)
                {
                    return;
                }
                // The call was reported: its result comes after the conversation went on.
                if (message.ToolCallId >= 0 && late?.Contains(example.Show(message.ToolCallId)) == true)
                {
                    previous = message.Role;
                    continue;
                }
                CheckResult(example, message, previous, open ??= new(), answered ??= [], inspection);
            }
            else
            {
                if (previous == MessageRole.Tool && message.Role != MessageRole.Assistant && open is not { Count: > 0 } && inspection.Scope.Profile.Tools.AnswerFollowsResults)
                {
                    inspection.Report(this, example, message.RoleNode, $"a {SafeText.Quote(example.Show(message.RoleNode))} message follows a tool's result; at {inspection.Scope.Profile.Title} the assistant speaks first");
                }
                ReportUnanswered(example, open, inspection);
                if (open is { Count: > 0 })
                {
                    (late ??= []).UnionWith(open.All.Select(call => call.Id).OfType<string>());
                }
                open?.Clear();
                if (message.CallList >= 0)
                {
                    Open(example, message.CallList, open ??= new());
                }
                else if (inspection.Scope.Profile.ValueParts.Count > 0 && message.Role == MessageRole.Assistant)
                {
                    OpenParts(example, message.Content, open ??= new());
                }
            }
            previous = message.Role;
        }
        // Calls of the last message wait for results that training does not need.
        if (previous == MessageRole.Tool)
        {
            ReportUnanswered(example, open, inspection);
        }
    }

    /// <summary>Whether FT2025 says something about the calls that leaves open which results they want.</summary>
    private static bool HasWrongCalls(Example example, in Message message, Inspection inspection) =>
        message.ToolCalls >= 0
        && (example.Node(message.ToolCalls).Kind != JsonKind.Array
            || message.Role != MessageRole.Assistant
            || (message.CallList < 0 && !inspection.Scope.Profile.ReadsNamedColumnsOnly));

    private void CheckResult(
        Example example,
        in Message message,
        MessageRole previous,
        OpenCalls open,
        HashSet<string> answered,
        Inspection inspection)
    {
        if ((previous is not (MessageRole.Assistant or MessageRole.Tool or MessageRole.Unknown) || previous == MessageRole.Assistant) && open.Count == 0)
        {
            inspection.Report(this, example, message.RoleNode, previous == MessageRole.Assistant
                ? "this tool result follows an assistant message that calls no tool"
                : $"this tool result follows a {SafeText.Quote(previous.Name())} message; results follow the assistant message that makes the call");
        }
        else if (message.ToolCallId < 0 || example.Node(message.ToolCallId).Kind == JsonKind.Null)
        {
            if (inspection.Scope.Profile.Tools.CallsMayLackId)
            {
                AnswerByOrder(example, message, open, inspection);
                return;
            }
            inspection.Report(this, example, message.Node, "this tool result has no \"tool_call_id\"; it must name the call that it answers");
            // It answers something: do not report the call as well.
            open.TryAnswerFirst();
        }
        else if (!example.Node(message.ToolCallId).IsText)
        {
            inspection.Report(this, example, message.ToolCallId, $"tool_call_id is {ValueWords.Of(example, message.ToolCallId)}; it must be a string, the id of the call that it answers");
            open.TryAnswerFirst();
        }
        else
        {
            Answer(example, message.ToolCallId, open, answered, inspection);
        }
    }

    private void AnswerByOrder(Example example, in Message message, OpenCalls open, Inspection inspection)
    {
        if (!open.TryAnswerFirst())
        {
            inspection.Report(this, example, message.RoleNode, "this tool result answers no call; there are more results than calls");
        }
    }

    private void Answer(Example example, int node, OpenCalls open, HashSet<string> answered, Inspection inspection)
    {
        var id = example.Show(node);
        if (open.TryAnswer(id))
        {
            answered.Add(id);
        }
        // A call may lack its ID, which FT2025 reports.
        else if (!open.TryAnswerUnnamed())
        {
            inspection.Report(this, example, node, () => answered.Contains(id)
                ? $"the call {SafeText.Quote(id)} was answered before; each call has one result"
                : $"{SafeText.Quote(id)} answers no call that is open here{Waiting(open)}");
            // A misspelt ID is one fault: the call it was meant for counts as answered.
            if (open.Named > 0 && !answered.Contains(id))
            {
                open.AnswerFirstNamed();
            }
        }
    }

    private static string Waiting(OpenCalls open) => open.Named == 0
        ? ""
        : $"; {InWords.Or([.. open.All.Where(call => call.Id is not null).Take(5).Select(call => SafeText.Quote(call.Id!))])} {(open.Named == 1 ? "is" : "are")}";

    private void ReportUnanswered(Example example, OpenCalls? open, Inspection inspection)
    {
        if (open is not { Count: > 0 })
        {
            return;
        }
        foreach (var (id, node) in open.All)
        {
            inspection.Report(this, example, node, id is null
                ? "this call has no result before the conversation goes on"
                : $"the call {SafeText.Quote(id)} has no result before the conversation goes on");
        }
    }

    private static void Open(Example example, int calls, OpenCalls open)
    {
        foreach (var call in example.Tape.Items(calls))
        {
            var id = example.Find(call, "id"u8);
            open.Add(id >= 0 && example.Node(id).IsText ? example.Show(id) : null, id >= 0 ? id : call);
        }
    }

    /// <summary>Calls that are parts of the content have no ID: results answer them by their order.</summary>
    private static void OpenParts(Example example, int content, OpenCalls open)
    {
        if (content < 0 || example.Node(content).Kind != JsonKind.Array)
        {
            return;
        }
        foreach (var part in example.Tape.Items(content))
        {
            if (ValuePart.ValueOf(example, part) is >= 0 and var value && ValuePart.KindOf(example, part) == ExamplePartKind.Calls)
            {
                open.Add(null, value);
            }
        }
    }
}
