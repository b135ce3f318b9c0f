using System.Text;

namespace FineTune.Benchmarks.Data;

/// <summary>Sentences of characters that take two units of UTF-16 each, in which some counters see no letters and no digits.</summary>
internal sealed class FarScripts(SeededDraws draws)
{
    // Bold, italic and script letters of mathematics, Deseret, Gothic, Adlam, rare Han.
    private static readonly (int First, int Last)[] Letters =
        [(0x1D400, 0x1D454), (0x1D468, 0x1D49B), (0x1D4D0, 0x1D503), (0x10400, 0x1044F), (0x10330, 0x1034A), (0x1E900, 0x1E943), (0x20000, 0x2A6DF)];

    private static readonly (int First, int Last) Digits = (0x1D7CE, 0x1D7FF);

    private static readonly (int First, int Last) Emoji = (0x1F300, 0x1F64F);

    public void Sentence(StringBuilder text)
    {
        for (var words = 3 + draws.Below(15); words >= 0; words--)
        {
            Word(text, draws.OneIn(12) ? Digits : draws.OneIn(15) ? Emoji : Letters[draws.Below(Letters.Length)]);
            text.Append(draws.OneIn(15) ? "'s" : "").Append(words == 0 ? draws.Pick(". ", "?\n", "!\n\n") : draws.OneIn(6) ? draws.Pick(", ", "; ", " - ", "/") : " ");
        }
    }

    private void Word(StringBuilder text, (int First, int Last) range)
    {
        for (var length = draws.Below(7); length >= 0; length--)
        {
            text.Append(char.ConvertFromUtf32(range.First + draws.Below(range.Last - range.First + 1)));
        }
    }
}
