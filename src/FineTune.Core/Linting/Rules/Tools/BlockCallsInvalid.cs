using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Tools;

namespace FineTune.Core.Linting.Rules.Tools;

/// <summary>FT2025 for Converse and Gemini: a call in a block of content lacks what a call needs.</summary>
internal sealed class BlockCallsInvalid() : ExampleRule(ToolCallsInvalid.Rule)
{
    public override bool AppliesTo(ExampleFormat format) => format.HasBlocks();

    public override void Check(Example example, Inspection inspection)
    {
        HashSet<string>? ids = null;
        foreach (var call in BlockCalls.Of(example))
        {
            var role = example.Conversation[call.Message].Role;
            if (role == (call.IsResult ? MessageRole.Assistant : MessageRole.User))
            {
                inspection.Report(this, example, call.Key, call.IsResult
                    ? $"{KeyOf(example, call)} stands in a message of the model; the user brings the results"
                    : $"{KeyOf(example, call)} stands in a message of \"user\"; only the model calls tools");
            }
            else if (example.Node(call.Node).Kind != JsonKind.Object)
            {
                inspection.Report(this, example, call.Node, $"{KeyOf(example, call)} is {ValueWords.Of(example, call.Node)}; it must be an object with {string.Join(", ", Wanted(example, call))}");
            }
            else if (example.Format == ExampleFormat.Converse)
            {
                CheckUse(example, call, ids ??= new HashSet<string>(StringComparer.Ordinal), inspection);
            }
            else
            {
                CheckFunction(example, call, inspection);
            }
        }
    }

    private void CheckUse(Example example, BlockCall call, HashSet<string> ids, Inspection inspection)
    {
        if (ReportMissing(example, call, inspection))
        {
            return;
        }
        var id = example.Find(call.Node, "toolUseId"u8);
        if (!IsFilled(example, id))
        {
            inspection.Report(this, example, id, "\"toolUseId\" must be a string that is not empty");
        }
        else if (!call.IsResult && !ids.Add(example.Show(id)))
        {
            inspection.Report(this, example, id, $"the toolUseId {SafeText.Quote(example.Show(id))} was used before in this example; each call has its own");
        }
        if (call.IsResult)
        {
            CheckValue(example, example.Find(call.Node, "content"u8), JsonKind.Array, "a list such as [{\"text\": …}]", inspection);
            return;
        }
        CheckName(example, example.Find(call.Node, "name"u8), inspection);
        CheckValue(example, example.Find(call.Node, "input"u8), JsonKind.Object, "an object", inspection);
    }

    private void CheckFunction(Example example, BlockCall call, Inspection inspection)
    {
        if (ReportMissing(example, call, inspection))
        {
            return;
        }
        CheckName(example, example.Find(call.Node, "name"u8), inspection);
        CheckValue(example, example.Find(call.Node, call.IsResult ? "response"u8 : "args"u8), JsonKind.Object, "an object", inspection);
    }

    private bool ReportMissing(Example example, BlockCall call, Inspection inspection)
    {
        var missing = Wanted(example, call).Where(key => example.Find(call.Node, System.Text.Encoding.UTF8.GetBytes(key.Trim('"'))) < 0).ToList();
        if (missing.Count > 0)
        {
            inspection.Report(this, example, call.Node, $"{KeyOf(example, call)} has no {string.Join(" and no ", missing)}");
        }
        return missing.Count > 0;
    }

    private void CheckName(Example example, int name, Inspection inspection)
    {
        if (!IsFilled(example, name))
        {
            inspection.Report(this, example, name, "the call's \"name\" must be a string that is not empty");
        }
    }

    private void CheckValue(Example example, int node, JsonKind kind, string wanted, Inspection inspection)
    {
        if (node >= 0 && example.Node(node).Kind != kind)
        {
            inspection.Report(this, example, node, $"{SafeText.Quote(example.Show(node - 1))} is {ValueWords.Of(example, node)}; it must be {wanted}");
        }
    }

    private static bool IsFilled(Example example, int node) => example.Node(node).IsText && !example.RawText(node).IsEmpty;

    /// <summary>A function without parameters is called without args.</summary>
    private static string[] Wanted(Example example, BlockCall call) => (example.Format, call.IsResult) switch
    {
        (ExampleFormat.Converse, false) => ["\"toolUseId\"", "\"name\"", "\"input\""],
        (ExampleFormat.Converse, true) => ["\"toolUseId\"", "\"content\""],
        (_, false) => ["\"name\""],
        _ => ["\"name\"", "\"response\""],
    };

    private static string KeyOf(Example example, BlockCall call) => SafeText.Quote(example.Show(call.Key));
}
