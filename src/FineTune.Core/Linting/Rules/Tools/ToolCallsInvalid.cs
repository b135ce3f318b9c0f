using System.Text.RegularExpressions;
using FineTune.Core.Conversions.Exports;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Tools;

namespace FineTune.Core.Linting.Rules.Tools;

/// <summary>FT2025: tool calls that lack what a call needs.</summary>
internal sealed class ToolCallsInvalid() : ExampleRule("FT2025", "tool-calls-invalid", Severity.Error, "Tool calls lack what a call needs")
{
    public static ToolCallsInvalid Rule { get; } = new();

    public override void Check(Example example, Inspection inspection)
    {
        HashSet<string>? ids = null;
        var messages = example.Messages;
        for (var i = 0; i < messages.Length; i++)
        {
            if (messages[i].ToolCalls < 0)
            {
                continue;
            }
            var calls = messages[i].ToolCalls;
            if (messages[i].Role is not (MessageRole.Assistant or MessageRole.Unknown))
            {
                inspection.Report(this, example, calls - 1, $"tool_calls stands on a {SafeText.Quote(example.Show(messages[i].RoleNode))} message; only the assistant calls tools");
            }
            else if (example.Node(calls).Kind != JsonKind.Array)
            {
                inspection.Report(this, example, calls, $"tool_calls is {ValueWords.Of(example, calls)}; it must be a list of calls");
            }
            else if (messages[i].CallList < 0)
            {
                if (!inspection.Scope.Profile.ReadsNamedColumnsOnly)
                {
                    inspection.Report(this, example, calls, "tool_calls is an empty list; leave it out where nothing is called");
                }
            }
            else
            {
                var isLast = i == example.ConversationCount - 1;
                foreach (var call in example.Tape.Items(calls))
                {
                    CheckCall(example, call, isLast, ids ??= new(StringComparer.Ordinal), inspection);
                }
            }
        }
    }

    private void CheckCall(Example example, int call, bool isLast, HashSet<string> ids, Inspection inspection)
    {
        if (example.Node(call).Kind != JsonKind.Object)
        {
            inspection.Report(this, example, call, $"the call is {ValueWords.Of(example, call)}; it must be an object with \"id\", \"type\" and \"function\"");
            return;
        }
        if (LangChainCalls.Is(example, call))
        {
            var promise = LangChainCalls.WriteCall(example, call) is null ? "" : " (finetune fix --convert writes it so)";
            inspection.Report(this, example, call, $"the call has LangChain's keys, \"name\" and \"args\"; here it is {{\"id\": …, \"type\": \"function\", \"function\": {{\"name\": …, \"arguments\": \"…\"}}}}{promise}");
            return;
        }
        var function = example.Find(call, "function"u8);
        var missing = Missing(example, call, function, isLast, inspection.Scope.Profile.Tools);
        if (missing.Count > 0)
        {
            inspection.Report(this, example, call, $"the call has no {string.Join(" and no ", missing.Select(SafeText.Quote))}{Hint(missing)}");
        }
        CheckId(example, call, ids, inspection);
        if (example.Find(call, "type"u8) is >= 0 and var type && !example.Is(type, "function"u8))
        {
            inspection.Report(this, example, type, $"the call's type is {SafeText.Quote(example.Show(type))}; it must be \"function\"");
        }
        if (function >= 0)
        {
            CheckFunction(example, function, inspection);
        }
    }

    private static List<string> Missing(Example example, int call, int function, bool isLast, Catalog.ToolSupport tools)
    {
        var missing = new List<string>();
        var id = example.Find(call, "id"u8);
        if ((id < 0 || example.Node(id).Kind == JsonKind.Null) && !tools.CallsMayLackId && !(isLast && tools.LastCallNeedsNoId))
        {
            missing.Add("id");
        }
        if (example.Find(call, "type"u8) < 0 && !tools.LastCallNeedsNoId && !tools.CallsMayLackId)
        {
            missing.Add("type");
        }
        if (function < 0)
        {
            missing.Add("function");
        }
        return missing;
    }

    private static string Hint(List<string> missing) => missing switch
    {
        ["id", ..] => "; without an id its result cannot name it",
        ["type", ..] => "; it must be \"function\"",
        _ => "",
    };

    private void CheckFunction(Example example, int function, Inspection inspection)
    {
        var name = example.Find(function, "name"u8);
        if (name < 0 || !example.Node(name).IsText)
        {
            inspection.Report(this, example, name < 0 ? function : name, "the call's function has no \"name\"");
        }
        else if (!ToolNames.IsValid(example.Name(name)))
        {
            // Where the tool is declared so, FT2024 says it there.
            if (inspection.ToolsOf(example).Find(example.Show(name)) is not null)
            {
                return;
            }
            inspection.Report(this, example, name, $"the call's function is named {SafeText.Quote(example.Show(name))}; {ToolNames.Wanted}");
        }
        else if (example.Find(function, "arguments"u8) < 0 && !inspection.Scope.Profile.Tools.CallsMayLackId)
        {
            inspection.Report(this, example, function, "the call's function has no \"arguments\"; a call without any has \"{}\"");
        }
    }

    private void CheckId(Example example, int call, HashSet<string> ids, Inspection inspection)
    {
        var tools = inspection.Scope.Profile.Tools;
        var node = example.Find(call, "id"u8);
        if (node < 0 || example.Node(node).Kind == JsonKind.Null)
        {
            return;
        }
        var id = example.Show(node);
        if (!example.Node(node).IsText || id.Length == 0)
        {
            inspection.Report(this, example, node, $"the call's id is {(id.Length == 0 ? "empty" : ValueWords.Of(example, node))}; it must be a string");
        }
        else if (ids.Contains(id))
        {
            inspection.Report(this, example, node, $"the call's id {SafeText.Quote(id)} was used before in this example; each call has its own");
        }
        else if (tools.CallIdPattern is { } pattern && !Regex.IsMatch(id, pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking))
        {
            var wanted = $"{inspection.Scope.Profile.Title} wants it to match {pattern}";
            inspection.Report(this, example, node, $"the call's id is none that is taken; {wanted}", $"the call's id is {SafeText.Quote(id)}; {wanted}");
        }
        ids.Add(id);
    }
}
