using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Tokenization;

namespace FineTune.Core.Counting;

/// <summary>Counts the tokens of examples as a host bills them. One for each worker: its caches are its own.</summary>
internal sealed class TokenMeter(string encoding)
{
    private readonly ExampleTokens tokens = new(TokenCounter.Create(encoding));

    private readonly ExampleParts parts = new();

    private readonly Scratch scratch = new();

    private readonly Scratch names = new();

    /// <summary>Token encoding of a base model; that of OpenAI's newer models where it is not known.</summary>
    public static string EncodingOf(CatalogModel? model) => model?.Encoding ?? Encodings.O200k;

    /// <summary>The tokens of an example.</summary>
    /// <param name="example">The example.</param>
    /// <param name="limit">Tokens that are trained on, the rest is cut off; null for no limit.</param>
    public ExampleTokenCount Count(Example example, int? limit)
    {
        tokens.Begin(limit);
        foreach (ref readonly var part in parts.Read(example))
        {
            Add(example, part);
        }
        return tokens.End();
    }

    private void Add(Example example, in ExamplePart part)
    {
        switch (part.Kind)
        {
            case ExamplePartKind.Tools:
                tokens.AddTools(example.Node(part.Node).IsText ? example.Text(part.Node, scratch) : example.Raw(part.Node));
                break;
            case ExamplePartKind.Message:
                tokens.AddMessage(
                    part.Node >= 0 ? example.Text(part.Node, scratch) : RoleName.Of(part.Role),
                    part.Name >= 0 ? example.Text(part.Name, names) : default);
                break;
            case ExamplePartKind.Text:
                tokens.AddText(example.Text(part.Node, scratch), part.IsTrained);
                break;
            case ExamplePartKind.Calls:
                tokens.AddToolCalls(example.Raw(part.Node), part.IsTrained);
                break;
            default:
                tokens.AddImage(ImageReference.SizeOf(example, part.Node, scratch), ImageReference.IsLowDetail(example, part.Node));
                break;
        }
    }
}
