using FineTune.Core.Datasets;

namespace FineTune.Core.Conversions.Documents;

/// <summary><c>[{"role": …}, …]</c> over several lines: the messages of one example.</summary>
internal sealed class OneConversation : DocumentForm
{
    public override bool IsOf(Example document) => IsConversation(document, 0);

    public override string Describe(Example document, bool isWhole) =>
        "the file is the list of messages of one conversation; in a JSONL file it stands on one line, as {\"messages\": [ … ]}";

    public override IReadOnlyList<byte[]>? Lines(Example document, Leftovers? leftovers, ref int at, ref string fault) => [OfConversation(document, 0)];
}
