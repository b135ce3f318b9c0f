using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Rules.Schema;

/// <summary>FT2033: a preference example without its parts, or with parts of another shape.</summary>
internal sealed class PreferenceShape() : ExampleRule("FT2033", "preference-shape", Severity.Error, "A preference example has not the shape that hosts take")
{
    public override bool AppliesTo(ExampleFormat format) => format == ExampleFormat.Preference;

    public override void Check(Example example, Inspection inspection)
    {
        var input = example.Find(0, "input"u8);
        if (input < 0)
        {
            inspection.Report(this, example, 0, "the line has no \"input\", the conversation that both outputs answer");
        }
        else if (example.Node(input).Kind != JsonKind.Object)
        {
            inspection.Report(this, example, input, $"\"input\" is {Words.Of(example, input)}; it must be an object with \"messages\"");
            inspection.Abandon();
        }
        else if (example.RolesAreKnown && example.Conversation is [.., { Role: MessageRole.Assistant } last])
        {
            inspection.Report(this, example, last.RoleNode, "the input ends with the assistant; the outputs are its next answer, so the input ends with the user or a tool result");
        }
        CheckOutput(example, example.Preferred, "preferred_output", MessageList.Preferred, inspection);
        CheckOutput(example, example.NonPreferred, "non_preferred_output", MessageList.NonPreferred, inspection);
    }

    private void CheckOutput(Example example, int output, string name, MessageList list, Inspection inspection)
    {
        if (output < 0)
        {
            ReportMissing(example, name, inspection);
            return;
        }
        if (example.Node(output).Kind != JsonKind.Array)
        {
            inspection.Report(this, example, output, $"\"{name}\" is {Words.Of(example, output)}; it must be a list of one assistant message");
            return;
        }
        var count = example.Tape.CountItems(output);
        if (count != 1)
        {
            inspection.Report(this, example, output, $"\"{name}\" has {Words.Count(count, "message")}; it must have exactly one, from the assistant");
        }
        foreach (ref readonly var message in example.Messages)
        {
            if (message.List == list && message.Role is not (MessageRole.Assistant or MessageRole.Unknown))
            {
                inspection.Report(this, example, message.RoleNode, $"a message of \"{name}\" is from {SafeText.Quote(example.Show(message.RoleNode))}; it must be from the assistant");
            }
        }
    }

    private void ReportMissing(Example example, string name, Inspection inspection)
    {
        foreach (var property in example.Tape.Properties(0))
        {
            var key = example.Show(property.Name);
            if (key != "preferred_output" && key != "non_preferred_output" && key.StartsWith(name[..name.IndexOf("preferred", StringComparison.Ordinal)] + "preferred", StringComparison.Ordinal))
            {
                inspection.Report(this, example, property.Name, $"{SafeText.Quote(key)} is no key of a preference example; hosts take \"{name}\"");
                return;
            }
        }
        inspection.Report(this, example, 0, $"the line has no \"{name}\"");
    }
}
