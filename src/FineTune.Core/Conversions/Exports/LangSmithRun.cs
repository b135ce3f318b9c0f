using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Conversions.Exports;

/// <summary>A run or an example of LangSmith: what went in and what came out.</summary>
internal sealed class LangSmithRun : Export
{
    public override string Name => "a run of a LangSmith export (\"inputs\", \"outputs\")";

    public override string Way => "what stands in \"inputs\" is asked and what stands in \"outputs\" is answered";

    protected override bool IsOf(Example example) =>
        example.Find(0, "inputs"u8) is >= 0 and var inputs && example.Node(inputs).Kind == JsonKind.Object && example.Find(0, "outputs"u8) >= 0;

    public override byte[]? Write(Example example, Leftovers leftovers, ref string reason)
    {
        var (inputs, outputs) = (example.Find(0, "inputs"u8), example.Find(0, "outputs"u8));
        var chat = new ChatText(leftovers);
        return TryAddAsked(example, inputs, chat, ref reason) && LoggedAnswer.TryAdd(example, outputs, chat, ref reason)
            ? LoggedMessages.Finish(example, inputs, chat, leftovers, ["inputs", "outputs"], example.Find(inputs, "messages"u8) < 0 ? inputs + 2 : -1)
            : null;
    }

    private static bool TryAddAsked(Example example, int inputs, ChatText chat, ref string reason)
    {
        var messages = example.Find(inputs, "messages"u8);
        if (messages >= 0)
        {
            // A chat model's run has a list of lists, for it may be asked several things at once.
            var isBatch = example.Node(messages).Kind == JsonKind.Array && example.Tape.CountItems(messages) == 1 && example.Node(messages + 1).Kind == JsonKind.Array;
            return LoggedMessages.TryAddAll(example, isBatch ? messages + 1 : messages, chat, out _, ref reason);
        }
        if (example.Node(inputs).Next == inputs + 3 && IsText(example, inputs + 2))
        {
            chat.Add("user"u8, example.Raw(inputs + 2));
            return true;
        }
        reason = "\"inputs\" holds neither messages nor one text; only you can say what is asked";
        return false;
    }
}
