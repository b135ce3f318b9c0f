using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Indexing;

namespace FineTune.Core.Contracts;

/// <summary>One worker's look at what examples have in common. Most have what the one before has: that is compared, not parsed and hashed again.</summary>
internal sealed class ContractStudy
{
    private readonly OpeningText opening = new();

    private readonly KeptKey prompt = new();

    private readonly KeptKey format = new();

    private readonly KeptKey tools = new();

    private readonly KeptKey functions = new();

    private ContractTally tally = new();

    private DeclaredFormat? lastFormat;

    private IReadOnlyList<DeclaredTool> lastTools = [];

    /// <summary>Whether the last tools stand in this tally.</summary>
    private bool isNoted;

    /// <summary>Looks at an example.</summary>
    public void Observe(Example example)
    {
        var place = new ExamplePlace(0, example.FileOffset);
        tally.Examples++;
        if (opening.Of(example) is { IsEmpty: false } text)
        {
            tally.Prompts.Add(prompt.Of(text), place);
        }
        if (DeclaredFormat.NodeOf(example) is >= 0 and var node)
        {
            lastFormat = format.IsNew(example.Raw(node)) ? DeclaredFormat.Of(example) : lastFormat;
            if (lastFormat is { } declared)
            {
                tally.Formats.Add(declared.Key, place);
            }
        }
        ObserveTools(example, example.Format == ExampleFormat.Converse ? example.Find(0, "toolConfig"u8) : example.Tools, place);
    }

    /// <summary>Hands over what was counted and begins anew.</summary>
    public ContractTally Take()
    {
        var taken = tally;
        (tally, isNoted) = (new ContractTally(), false);
        return taken;
    }

    private void ObserveTools(Example example, int declared, ExamplePlace place)
    {
        if (declared < 0 && example.Functions < 0)
        {
            return;
        }
        // Both are asked, so that both remember.
        if (tools.IsNew(RawOf(example, declared)) | functions.IsNew(RawOf(example, example.Functions)))
        {
            (lastTools, isNoted) = (DeclaredTools.Of(example), false);
        }
        if (!isNoted)
        {
            foreach (var tool in lastTools)
            {
                tally.Tools.Add(tool, place);
            }
            isNoted = true;
        }
    }

    private static ReadOnlySpan<byte> RawOf(Example example, int node) => node < 0 ? default : example.Raw(node);
}
