using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Conversions.Exports;

/// <summary>A line of an input file of OpenAI's Batch API: a request, mostly without an answer.</summary>
internal sealed class BatchRequest : Export
{
    public override string Name => "a request of OpenAI's Batch API (\"custom_id\", \"method\", \"url\", \"body\")";

    public override string Way => "the messages in its \"body\" are the example";

    protected override bool IsOf(Example example) =>
        example.Find(0, "custom_id"u8) >= 0 && example.Find(0, "body"u8) is >= 0 and var body && example.Node(body).Kind == JsonKind.Object;

    public override byte[]? Write(Example example, Leftovers leftovers, ref string reason)
    {
        var body = example.Find(0, "body"u8);
        var chat = new ChatText(leftovers);
        if (!LoggedMessages.TryAddAll(example, example.Find(body, "messages"u8), chat, out var last, ref reason))
        {
            return null;
        }
        if (last != MessageRole.Assistant)
        {
            reason = "it asks, and holds no answer to learn: the answers stand in the batch's output file, under the same \"custom_id\"";
            return null;
        }
        return LoggedMessages.Finish(example, body, chat, leftovers, ["body"]);
    }
}
