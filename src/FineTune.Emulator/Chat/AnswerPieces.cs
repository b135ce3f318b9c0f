namespace FineTune.Emulator.Chat;

/// <summary>An answer in pieces, as a stream of tokens looks: a word and the space after it.</summary>
internal static class AnswerPieces
{
    public static IEnumerable<string> Of(string text)
    {
        var start = 0;
        for (var at = 1; at < text.Length; at++)
        {
            if (char.IsWhiteSpace(text[at - 1]) && !char.IsWhiteSpace(text[at]) && !string.IsNullOrWhiteSpace(text[start..at]))
            {
                yield return text[start..at];
                start = at;
            }
        }
        if (text.Length > 0)
        {
            yield return text[start..];
        }
    }
}
