using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Tools;

namespace FineTune.Core.Linting.Rules.Tools;

/// <summary>FT2027 for calls that are one string: LLaMA-Factory's parts of type tool_call, and ShareGPT's speaker function_call.</summary>
internal sealed class ValueCallsInvalid() : ExampleRule(ToolArgumentsJson.Rule)
{
    public override bool AppliesTo(DatasetScope scope) => scope.Profile.ValueParts.Contains("tool_call");

    public override bool AppliesTo(ExampleFormat format) => format is ExampleFormat.Chat or ExampleFormat.ChosenRejected or ExampleFormat.ShareGpt;

    public override void Check(Example example, Inspection inspection)
    {
        foreach (ref readonly var message in example.Messages)
        {
            if (message.Content >= 0 && example.Node(message.Content).IsText && message.RoleNode >= 0 && example.Is(message.RoleNode, "function_call"u8))
            {
                CheckSpoken(example, message.Content, inspection);
            }
            if (message.Content < 0 || example.Node(message.Content).Kind != JsonKind.Array)
            {
                continue;
            }
            foreach (var part in example.Tape.Items(message.Content))
            {
                if (ValuePart.ValueOf(example, part) is >= 0 and var value && example.Node(value).IsText && ValuePart.KindOf(example, part) == ExamplePartKind.Calls)
                {
                    CheckCall(example, value, inspection);
                }
            }
        }
    }

    /// <summary>What ShareGPT's function_call says: a call, or a list of them, after what the model may have thought.</summary>
    private void CheckSpoken(Example example, int value, Inspection inspection)
    {
        var text = example.Text(value, inspection.Scratch).TrimStart(" \t\r\n"u8);
        if (!text.StartsWith("["u8) && !text.StartsWith("<"u8))
        {
            CheckCall(example, value, inspection);
        }
        else if (text[0] == '[' && inspection.Tape.Parse(text) != JsonFault.None)
        {
            inspection.Report(this, example, value, "the calls are no JSON list");
        }
    }

    private void CheckCall(Example example, int value, Inspection inspection)
    {
        var text = example.Text(value, inspection.Scratch);
        if (ToolArguments.FaultOf(text, inspection.Tape) is { } fault)
        {
            inspection.Report(this, example, value, $"the words of the call {fault}");
            return;
        }
        foreach (var (name, key) in new[] { ("name", "name"u8.ToArray()), ("arguments", "arguments"u8.ToArray()) })
        {
            if (inspection.Tape.Find(text, 0, key) < 0)
            {
                inspection.Report(this, example, value, $"the call has no \"{name}\"; {inspection.Scope.Profile.Title} wants {{\"name\": …, \"arguments\": {{…}}}} as a string");
                return;
            }
        }
    }
}
