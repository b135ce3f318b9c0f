using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Messages;

/// <summary>FT2006: the messages are missing, no list, or none.</summary>
internal sealed class MessagesMissing() : ExampleRule("FT2006", "messages-missing", Severity.Error, "The messages are missing, no list, or none")
{
    public override bool AppliesTo(ExampleFormat format) => HasMessages(format);

    public override void Check(Example example, Inspection inspection)
    {
        // Answers have what was asked beside them under one of several names.
        var key = example is { Format: ExampleFormat.ChosenRejected, MessagesNode: > 0 } ? example.Show(example.MessagesNode - 1) : MethodFormats.ListKey(example.Format);
        if (example.MessagesNode < 0)
        {
            if (example.Format == ExampleFormat.ChosenRejected || (example.Format == ExampleFormat.Preference && example.Find(0, "input"u8) < 0))
            {
                return; // FT2033 says that the input is missing; both answers of TRL may hold it themselves.
            }
            inspection.Report(this, example, example.Holder, $"{(example.Holder > 0 ? "\"input\"" : "the line")} has no \"messages\"");
            inspection.Abandon();
        }
        else if (example.Node(example.MessagesNode).Kind != JsonKind.Array)
        {
            if (example.Format == ExampleFormat.ChosenRejected && example.Node(example.MessagesNode).IsText)
            {
                return; // TRL's prompt is text, or messages.
            }
            inspection.Report(this, example, example.MessagesNode, $"{SafeText.Quote(example.Show(example.MessagesNode - 1))} is {ValueWords.Of(example, example.MessagesNode)}; it must be a list of messages");
            inspection.Abandon();
        }
        else if (example.ConversationCount == 0)
        {
            var endsWithUser = example.Format == ExampleFormat.Preference || inspection.Scope.Method == Catalog.TuningMethod.Reinforcement;
            var wanted = endsWithUser ? "a user message" : "a user message and an assistant message";
            inspection.Report(this, example, example.MessagesNode, $"\"{key}\" is empty; an example needs at least {wanted}");
            inspection.Abandon();
        }
    }
}
