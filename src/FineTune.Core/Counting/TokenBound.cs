using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Counting;

/// <summary>Tells which examples need no counting: a token is at least a byte, so no vocabulary is needed to say how many an example has at most.</summary>
internal sealed class TokenBound
{
    private readonly ExampleParts parts = new();

    private readonly ToolRendering tools = new();

    private readonly Scratch scratch = new();

    /// <summary>Whether an example may have more tokens than a limit.</summary>
    public bool MayExceed(Example example, int limit)
    {
        // What a text, a name, a call or the overhead of a message costs is less than its bytes; only tools and images can cost more.
        if (!MayHaveImages(example) && example.Line.Length + MostBytesOfTools(example) <= limit)
        {
            return false;
        }
        long most = ExampleTokens.PerExample;
        foreach (ref readonly var part in parts.Read(example))
        {
            most += MostOf(example, part);
        }
        return most > limit;
    }

    private long MostOf(Example example, in ExamplePart part) => part.Kind switch
    {
        ExamplePartKind.Tools => tools.Render(example.Node(part.Node).IsText ? example.Text(part.Node, scratch) : example.Raw(part.Node)).Length,
        ExamplePartKind.Message => ExampleTokens.PerMessage
            + (part.Node >= 0 ? example.Text(part.Node, scratch) : RoleName.Of(part.Role)).Length
            + (part.Name >= 0 ? ExampleTokens.PerName + example.Text(part.Name, scratch).Length : 0),
        ExamplePartKind.Text => example.Text(part.Node, scratch).Length,
        ExamplePartKind.Calls => example.Node(part.Node).Length,
        _ => ImageTokens.Most(ImageReference.IsLowDetail(example, part.Node)),
    };

    /// <summary>Whether a message's content is a list, in which images may be.</summary>
    private static bool MayHaveImages(Example example)
    {
        if (example.Format.HasBlocks())
        {
            return true;
        }
        foreach (ref readonly var message in example.Messages)
        {
            if (IsList(example, message.Content))
            {
                return true;
            }
        }
        return example.Format == ExampleFormat.PromptCompletion && (IsList(example, example.Find(0, "prompt"u8)) || IsList(example, example.Find(0, "completion"u8)));
    }

    private static long MostBytesOfTools(Example example) =>
        (example.Tools >= 0 ? ToolRendering.MostBytes(example.Node(example.Tools).Length) : 0)
        + (example.Functions >= 0 ? ToolRendering.MostBytes(example.Node(example.Functions).Length) : 0);

    private static bool IsList(Example example, int node) => node >= 0 && example.Node(node).Kind == JsonKind.Array;
}
