using System.Text;
using System.Text.Json;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Identity;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace FineTune.Core.Contracts;

/// <summary>The response format that an example carries.</summary>
/// <param name="Text">Its JSON.</param>
/// <param name="Key">What all texts of the same value have in common.</param>
internal sealed record DeclaredFormat(byte[] Text, UInt128 Key)
{
    /// <summary>Where it stands; -1 for none.</summary>
    public static int NodeOf(Example example) =>
        example.Find(example.Holder, "response_format"u8) is >= 0 and var node && example.Node(node).Kind == JsonKind.Object ? node : -1;

    /// <summary>The format; null where the example has none that can be read.</summary>
    public static DeclaredFormat? Of(Example example)
    {
        if (NodeOf(example) is not (>= 0 and var node))
        {
            return null;
        }
        try
        {
            var text = LoneSurrogates.Replace(KeptText.Of(example, node));
            return new DeclaredFormat(text, ContractKey.Of(Encoding.UTF8.GetBytes(CanonicalJson.Compact(JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = JsonTape.MaxDepth })))));
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            return null;
        }
    }
}
