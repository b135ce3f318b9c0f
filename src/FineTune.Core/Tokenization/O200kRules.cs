using System.Runtime.CompilerServices;

namespace FineTune.Core.Tokenization;

/// <summary>The pieces of o200k_base.</summary>
/// <remarks>
/// Source: pattern of o200k_base in the npm package tiktoken 1.0.22:
/// <code>
/// [^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?
/// [^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?
/// \p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+
/// </code>
/// </remarks>
internal readonly unsafe struct O200kRules : ISplitRules
{
    /// <inheritdoc/>
    public static bool WordsHaveCase => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int PieceEnd(CharacterClasses classes, byte* text, int start, int end)
    {
        var kind = classes.At(text, start, end, out var length);
        var behind = start + length;
        switch (kind)
        {
            case CharacterClass.Upper or CharacterClass.Lower or CharacterClass.Caseless:
                return WordEnd(classes, text, start, end, out _);
            case CharacterClass.Number:
                return CommonSplits.NumberEnd(classes, text, behind, end);
            case CharacterClass.Mark:
                // As a prefix first; where the word then has no lower case, the mark is given back and is a word by itself.
                var prefixed = WordEnd(classes, text, behind, end, out var lowers);
                return lowers ? prefixed : WordEnd(classes, text, start, end, out _);
            case CharacterClass.LineEnd:
                return CommonSplits.WhiteSpaceEnd(classes, text, start, end);
        }

        var word = WordEnd(classes, text, behind, end, out _);
        if (word > behind)
        {
            return word;
        }

        var symbols = text[start] == (byte)' ' ? behind : start;
        var symbolsEnd = CommonSplits.SymbolsEnd(classes, text, symbols, end, slashes: true);
        return symbolsEnd > symbols ? symbolsEnd : CommonSplits.WhiteSpaceEnd(classes, text, start, end);
    }

    /// <summary>
    /// End of a word without prefix, its contraction included; the start itself where there is none. The flag says whether the
    /// first of the two alternatives fits: the word ends in something that can be lower case.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int WordEnd(CharacterClasses classes, byte* text, int start, int end, out bool lowers)
    {
        var position = start;
        var behindCaseless = -1;
        var kind = -1;
        var length = 0;
        while (position < end)
        {
            kind = classes.At(text, position, end, out length);
            if (kind is CharacterClass.Caseless or CharacterClass.Mark)
            {
                behindCaseless = position + length;
            }
            else if (kind != CharacterClass.Upper)
            {
                break;
            }

            position += length;
        }

        if (position < end && kind == CharacterClass.Lower)
        {
            lowers = true;
            do
            {
                position += length;
            }
            while (position < end && classes.At(text, position, end, out length) is CharacterClass.Lower or CharacterClass.Caseless or CharacterClass.Mark);
        }
        else if (behindCaseless >= 0)
        {
            lowers = true;
            position = behindCaseless;
        }
        else
        {
            lowers = false;
        }

        return position > start ? position + CommonSplits.ContractionLength(text, position, end) : start;
    }
}
