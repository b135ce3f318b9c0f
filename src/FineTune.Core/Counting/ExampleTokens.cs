using FineTune.Core.Tokenization;

namespace FineTune.Core.Counting;

/// <summary>Adds up the tokens of one example after the other, part by part in the order of the line.</summary>
/// <remarks>
/// The overhead is that of the OpenAI cookbook: 3 tokens for each message, its role, 1 and its text for a name, 3 for each
/// example. Contents are exact; what else an example has is marked in <see cref="ExampleTokenCount.Estimates"/>.
/// </remarks>
internal sealed class ExampleTokens(TokenCounter counter)
{
    /// <summary>Tokens of every message beside its role.</summary>
    public const int PerMessage = 3;

    /// <summary>Tokens of a name beside its text.</summary>
    public const int PerName = 1;

    /// <summary>Tokens of every example that has messages.</summary>
    public const int PerExample = 3;

    private readonly ToolRendering tools = new();
    private readonly RoleTokens roles = new(counter);
    private int toolTokens;
    private long content;
    private long total;
    private long trained;
    private long limit;
    private TokenEstimates estimates;

    /// <summary>Starts an example.</summary>
    /// <param name="limit">Tokens that are trained on, the rest is cut off; null for no limit.</param>
    public void Begin(int? limit = null)
    {
        (content, total, trained, estimates) = (0, 0, 0, TokenEstimates.None);
        this.limit = limit ?? long.MaxValue;
    }

    /// <summary>The list of declared tools as JSON; they stand before the first message.</summary>
    public void AddTools(ReadOnlySpan<byte> json)
    {
        estimates |= TokenEstimates.Tools;
        if (tools.Take(json))
        {
            toolTokens = counter.Count(tools.Text);
        }

        Add(toolTokens, isTrained: false);
    }

    /// <summary>Starts a message.</summary>
    /// <param name="role">The role; empty for none.</param>
    /// <param name="name">The name of the participant; empty for none.</param>
    public void AddMessage(ReadOnlySpan<byte> role, ReadOnlySpan<byte> name = default)
    {
        estimates |= TokenEstimates.ChatFormat;
        Add(PerMessage + roles.Of(role), isTrained: false);
        if (!name.IsEmpty)
        {
            Add(PerName + counter.Count(name), isTrained: false);
        }
    }

    /// <summary>Text: of a message, of one of its parts, of a format without messages.</summary>
    public void AddText(ReadOnlySpan<byte> text, bool isTrained)
    {
        var tokens = counter.Count(text);
        content += tokens;
        Add(tokens, isTrained);
    }

    /// <summary>Tool calls as JSON.</summary>
    public void AddToolCalls(ReadOnlySpan<byte> json, bool isTrained)
    {
        estimates |= TokenEstimates.ToolCalls;
        Add(counter.Count(json), isTrained);
    }

    /// <summary>An image.</summary>
    /// <param name="size">Pixels; null where it is not known.</param>
    /// <param name="lowDetail">Whether the part says so.</param>
    public void AddImage((int Width, int Height)? size, bool lowDetail)
    {
        estimates |= size is null && !lowDetail ? TokenEstimates.UnknownImages : TokenEstimates.Images;
        Add(size is { } known ? ImageTokens.Of(known.Width, known.Height, lowDetail) : ImageTokens.OfUnknown(lowDetail), isTrained: false);
    }

    /// <summary>Ends the example.</summary>
    public ExampleTokenCount End()
    {
        if (estimates.HasFlag(TokenEstimates.ChatFormat))
        {
            Add(PerExample, isTrained: false);
        }

        return new ExampleTokenCount
        {
            ContentTokens = Clamp(content),
            TotalTokens = Clamp(total),
            BillableTokens = Clamp(Math.Min(total, limit)),
            TrainedTokens = Clamp(trained),
            Estimates = estimates,
        };
    }

    private static int Clamp(long tokens) => (int)Math.Min(tokens, int.MaxValue);

    private void Add(long tokens, bool isTrained)
    {
        if (isTrained)
        {
            trained += Math.Clamp(limit - total, 0, tokens);
        }

        total += tokens;
    }
}
