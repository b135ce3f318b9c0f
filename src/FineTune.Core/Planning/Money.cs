namespace FineTune.Core.Planning;

/// <summary>US dollars as people read them.</summary>
internal static class Money
{
    /// <summary>For example <c>2.40 USD</c>; what is not nothing never looks like it: <c>under 0.01 USD</c>.</summary>
    public static string Of(decimal usd) => usd is > 0 and < 0.01m ? "under 0.01 USD" : $"{usd:N2} USD";
}
