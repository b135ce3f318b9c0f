using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Schema;

/// <summary>FT2033: a preference example without its parts, or with parts of another shape.</summary>
internal sealed class PreferenceShape() : ExampleRule("FT2033", "preference-shape", Severity.Error, "A preference example has not the shape that hosts take")
{
    public static PreferenceShape Rule { get; } = new();

    public override bool AppliesTo(ExampleFormat format) => format is ExampleFormat.Preference or ExampleFormat.ChosenRejected;

    public override void Check(Example example, Inspection inspection)
    {
        if (example.Format == ExampleFormat.ChosenRejected)
        {
            CheckAnswer(example, example.Preferred, example.Show(example.Preferred - 1), inspection);
            CheckAnswer(example, example.NonPreferred, example.Show(example.NonPreferred - 1), inspection);
            return;
        }
        var input = example.Find(0, "input"u8);
        if (input < 0)
        {
            inspection.Report(this, example, 0, "the line has no \"input\", the conversation that both outputs answer");
        }
        else if (example.Node(input).Kind != JsonKind.Object)
        {
            inspection.Report(this, example, input, $"\"input\" is {ValueWords.Of(example, input)}; it must be an object with \"messages\"");
            inspection.Abandon();
        }
        else if (example.RolesAreKnown && example.Conversation is [.., { Role: MessageRole.Assistant } last])
        {
            inspection.Report(this, example, last.RoleNode, "the input ends with the assistant; the outputs are its next answer, so the input ends with the user or a tool result");
        }
        CheckOutput(example, example.Preferred, "preferred_output", MessageList.Preferred, inspection);
        CheckOutput(example, example.NonPreferred, "non_preferred_output", MessageList.NonPreferred, inspection);
    }

    /// <summary>TRL's answers: text, a message, or messages of which the last is the answer.</summary>
    private void CheckAnswer(Example example, int answer, string name, Inspection inspection)
    {
        var kind = example.Node(answer).Kind;
        if (kind is not (JsonKind.String or JsonKind.Array or JsonKind.Object))
        {
            inspection.Report(this, example, answer, $"\"{name}\" is {ValueWords.Of(example, answer)}; it must be text, or messages that end with the assistant's");
        }
        else if (kind == JsonKind.String ? example.Node(answer).Length == 2 : example.Node(answer).Next == answer + 1)
        {
            inspection.Report(this, example, answer, $"\"{name}\" is empty; there is nothing to compare");
        }
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
            inspection.Report(this, example, output, $"\"{name}\" is {ValueWords.Of(example, output)}; it must be a list of one assistant message");
            return;
        }
        var (count, goesOn, answers) = (example.Tape.CountItems(output), inspection.Scope.Profile.OutputsGoOn, 0);
        if (count == 0 || (count > 1 && !goesOn))
        {
            inspection.Report(this, example, output, $"\"{name}\" has {Amount.Of(count, "message")}; it must have {(goesOn ? "at least" : "exactly")} one, from the assistant");
            return;
        }
        foreach (ref readonly var message in example.Messages)
        {
            if (message.List != list)
            {
                continue;
            }
            answers += message.Role is MessageRole.Assistant or MessageRole.Unknown ? 1 : 0;
            if (message.Role is not (MessageRole.Assistant or MessageRole.Unknown) && !(goesOn && count > 1 && message.Role == MessageRole.Tool))
            {
                var wanted = goesOn ? "the assistant or a tool" : "the assistant";
                inspection.Report(this, example, message.RoleNode, $"a message of \"{name}\" is from {SafeText.Quote(example.Show(message.RoleNode))}; it must be from {wanted}");
                return;
            }
        }
        if (answers == 0)
        {
            inspection.Report(this, example, output, $"\"{name}\" has no message from the assistant");
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
