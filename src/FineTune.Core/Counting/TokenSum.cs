namespace FineTune.Core.Counting;

/// <summary>Adds up the tokens of examples.</summary>
internal sealed class TokenSum
{
    private long content;

    private long billable;

    private long trained;

    private long truncated;

    private int longest;

    private TokenEstimates estimates;

    public void Add(ExampleTokenCount count)
    {
        content += count.ContentTokens;
        billable += count.BillableTokens;
        trained += count.TrainedTokens;
        truncated += count.Truncated ? 1 : 0;
        longest = Math.Max(longest, count.BillableTokens);
        estimates |= count.Estimates;
    }

    /// <summary>The sum, and begins anew.</summary>
    public TokenTotals Take()
    {
        var taken = new TokenTotals(content, billable, trained, truncated, longest) { Estimates = Names(estimates) };
        (content, billable, trained, truncated, longest, estimates) = (0, 0, 0, 0, 0, TokenEstimates.None);
        return taken;
    }

    private static IReadOnlyList<string> Names(TokenEstimates estimates) =>
        [.. Enum.GetValues<TokenEstimates>().Where(flag => flag != TokenEstimates.None && estimates.HasFlag(flag)).Select(NameOf).Order(StringComparer.Ordinal)];

    private static string NameOf(TokenEstimates estimate) => estimate switch
    {
        TokenEstimates.ChatFormat => "chat_format",
        TokenEstimates.Tools => "tools",
        TokenEstimates.ToolCalls => "tool_calls",
        TokenEstimates.Images => "images",
        _ => "unknown_images",
    };
}
