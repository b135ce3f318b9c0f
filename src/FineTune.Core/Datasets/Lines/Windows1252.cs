namespace FineTune.Core.Datasets.Lines;

/// <summary>The encoding that UTF-8 is mistaken for most often.</summary>
internal static class Windows1252
{
    /// <summary>From 0x80 to 0x9F; the five bytes that it leaves out stand for the control characters of the same number, as browsers read them.</summary>
    private const string Upper = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>The byte that a character is; -1 where it has none.</summary>
    public static int ByteOf(char letter) => letter switch
    {
        < '\u0080' or (>= '\u00A0' and <= '\u00FF') => letter,
        _ => Upper.IndexOf(letter) is >= 0 and var index ? 0x80 + index : -1,
    };
}
