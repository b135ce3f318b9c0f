using FineTune.Core.Datasets;

namespace FineTune.Core.Conversions.Exports;

/// <summary>A line of an output file of OpenAI's Batch API: an answer without what was asked.</summary>
internal sealed class BatchAnswer : Export
{
    private const string Advice = "what was asked stands in the batch's input file, under the same \"custom_id\"";

    public override string Name => "an answer of OpenAI's Batch API (\"custom_id\", \"response\")";

    public override string Way => Advice;

    protected override bool IsOf(Example example) => example.Find(0, "custom_id"u8) >= 0 && example.Find(0, "response"u8) >= 0;

    public override byte[]? Write(Example example, Leftovers leftovers, ref string reason)
    {
        reason = Advice;
        return null;
    }
}
