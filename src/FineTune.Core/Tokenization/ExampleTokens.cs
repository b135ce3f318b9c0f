namespace FineTune.Core.Tokenization;

/// <summary>Adds up the tokens of one example after the other, part by part in the order of the line.</summary>
/// <remarks>
/// The overhead is that of the OpenAI cookbook: 3 tokens for each message, its role, 1 and its text for a name, 3 for each
/// example. Contents are exact; what else an example has is marked in <see cref="ExampleTokenCount.Estimates"/>.
/// </remarks>
internal sealed class ExampleTokens(TokenCounter counter)
{
    private const int PerMessage = 3;
    private const int PerName = 1;
    private const int PerExample = 3;

    private readonly ToolRendering _tools = new();
    private long _content;
    private long _total;
    private long _trained;
    private long _limit;
    private bool _training;
    private TokenEstimates _estimates;

    /// <summary>Starts an example.</summary>
    /// <param name="limit">Tokens that are trained on, the rest is cut off; null for no limit.</param>
    public void Begin(int? limit = null)
    {
        (_content, _total, _trained, _training, _estimates) = (0, 0, 0, false, TokenEstimates.None);
        _limit = limit ?? long.MaxValue;
    }

    /// <summary>The list of declared tools as JSON; they stand before the first message.</summary>
    public void AddTools(ReadOnlySpan<byte> json)
    {
        _estimates |= TokenEstimates.Tools;
        Add(counter.Count(_tools.Render(json)), trained: false);
    }

    /// <summary>Starts a message.</summary>
    /// <param name="role">The role.</param>
    /// <param name="name">The name of the participant; empty for none.</param>
    /// <param name="weight">The weight; 0 for an answer that is not learned.</param>
    public void AddMessage(ReadOnlySpan<byte> role, ReadOnlySpan<byte> name = default, int weight = 1)
    {
        _estimates |= TokenEstimates.ChatFormat;
        _training = weight != 0 && role.SequenceEqual("assistant"u8);
        Add(PerMessage + counter.Count(role), trained: false);
        if (!name.IsEmpty)
        {
            Add(PerName + counter.Count(name), trained: false);
        }
    }

    /// <summary>Text of the message, or of one of its parts.</summary>
    public void AddContent(ReadOnlySpan<byte> text)
    {
        var tokens = counter.Count(text);
        _content += tokens;
        Add(tokens, _training);
    }

    /// <summary>The message's tool calls as JSON.</summary>
    public void AddToolCalls(ReadOnlySpan<byte> json)
    {
        _estimates |= TokenEstimates.ToolCalls;
        Add(counter.Count(json), _training);
    }

    /// <summary>An image of the message.</summary>
    /// <param name="size">Pixels; null where it is not known.</param>
    /// <param name="lowDetail">Whether the part says so.</param>
    public void AddImage((int Width, int Height)? size, bool lowDetail)
    {
        _estimates |= size is null && !lowDetail ? TokenEstimates.UnknownImages : TokenEstimates.Images;
        Add(size is { } known ? ImageTokens.Of(known.Width, known.Height, lowDetail) : ImageTokens.OfUnknown(lowDetail), trained: false);
    }

    /// <summary>A prompt or completion of a format without messages.</summary>
    public void AddText(ReadOnlySpan<byte> text, bool trained)
    {
        _training = trained;
        AddContent(text);
    }

    /// <summary>Ends the example.</summary>
    public ExampleTokenCount End()
    {
        if (_estimates.HasFlag(TokenEstimates.ChatFormat))
        {
            Add(PerExample, trained: false);
        }

        return new ExampleTokenCount
        {
            ContentTokens = Clamp(_content),
            TotalTokens = Clamp(_total),
            BillableTokens = Clamp(Math.Min(_total, _limit)),
            TrainedTokens = Clamp(_trained),
            Estimates = _estimates,
        };
    }

    private static int Clamp(long tokens) => (int)Math.Min(tokens, int.MaxValue);

    private void Add(long tokens, bool trained)
    {
        if (trained)
        {
            _trained += Math.Clamp(_limit - _total, 0, tokens);
        }

        _total += tokens;
    }
}
