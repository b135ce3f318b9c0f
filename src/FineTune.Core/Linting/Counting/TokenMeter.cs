using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Linting.Images;
using FineTune.Core.Tokenization;

namespace FineTune.Core.Linting.Counting;

/// <summary>Counts the tokens of examples as a host bills them. One for each worker: its caches are its own.</summary>
internal sealed class TokenMeter(string encoding)
{
    private readonly ExampleTokens tokens = new(TokenCounter.Create(encoding));

    private readonly Scratch scratch = new();

    /// <summary>The tokens of an example.</summary>
    /// <param name="example">The example.</param>
    /// <param name="limit">Tokens that are trained on, the rest is cut off; null for no limit.</param>
    public ExampleTokenCount Count(Example example, int? limit)
    {
        tokens.Begin(limit);
        if (example.Format == ExampleFormat.PromptCompletion)
        {
            AddText(example, example.Find(0, "prompt"u8), trained: false);
            AddText(example, example.Find(0, "completion"u8), trained: true);
        }
        else if (example.Format == ExampleFormat.Text)
        {
            AddText(example, example.Find(0, "text"u8), trained: true);
        }
        else
        {
            if (example.Tools >= 0)
            {
                tokens.AddTools(example.Raw(example.Tools));
            }
            foreach (ref readonly var message in example.Messages)
            {
                AddMessage(example, message);
            }
        }
        return tokens.End();
    }

    private void AddMessage(Example example, in Message message)
    {
        if (message.RoleNode < 0 || !example.Node(message.RoleNode).IsText)
        {
            return;
        }
        var name = message.Name >= 0 && example.Node(message.Name).IsText ? example.RawText(message.Name) : default;
        var isTrained = message.List != MessageList.NonPreferred && !(message.Weight >= 0 && example.Raw(message.Weight) is [(byte)'0']);
        tokens.AddMessage(example.RawText(message.RoleNode), name, isTrained ? 1 : 0);
        foreach (var text in new MessageTexts(example, message))
        {
            tokens.AddContent(example.Text(text, scratch));
        }
        if (message.ToolCalls >= 0 && example.Node(message.ToolCalls).Kind == JsonKind.Array)
        {
            tokens.AddToolCalls(example.Raw(message.ToolCalls));
        }
        if (message.FunctionCall >= 0 && example.Node(message.FunctionCall).Kind == JsonKind.Object)
        {
            tokens.AddToolCalls(example.Raw(message.FunctionCall));
        }
        AddImages(example, message);
    }

    private void AddImages(Example example, in Message message)
    {
        if (message.Content < 0 || example.Node(message.Content).Kind != JsonKind.Array)
        {
            return;
        }
        foreach (var part in example.Tape.Items(message.Content))
        {
            if (example.Find(part, "image_url"u8) is >= 0 and var image)
            {
                var (url, detail) = (example.Find(image, "url"u8), example.Find(image, "detail"u8));
                var size = url >= 0 && example.Node(url).IsText ? ImageSize.Of(example.RawText(url)) : null;
                tokens.AddImage(size, lowDetail: detail >= 0 && example.Is(detail, "low"u8));
            }
        }
    }

    private void AddText(Example example, int node, bool trained)
    {
        if (node >= 0 && example.Node(node).IsText)
        {
            tokens.AddText(example.Text(node, scratch), trained);
        }
    }
}
