using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Conversions.Documents;

/// <summary><c>[[{"role": …}, …], …]</c>: a list of lists of messages.</summary>
internal sealed class ListOfConversations : DocumentForm
{
    public override bool IsOf(Example document) => document.Node(0).Kind == JsonKind.Array && document.Tape.Count > 1 && IsConversation(document, 1);

    public override string Describe(Example document, bool isWhole) =>
        $"the file is one list of {Count(document.Tape.CountItems(0), "conversation", isWhole)}, each a list of messages; in a JSONL file each stands on a line of its own, as {{\"messages\": [ … ]}}";

    public override IReadOnlyList<byte[]>? Lines(Example document, Leftovers? leftovers, ref int at, ref string fault)
    {
        var items = ItemsOf(document, 0);
        at = items.FindIndex(item => !IsConversation(document, item)) is >= 0 and var odd ? items[odd] : -1;
        fault = "what starts here is no list of messages";
        return at >= 0 ? null : [.. items.Select(item => OfConversation(document, item))];
    }
}
