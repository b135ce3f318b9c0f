using System.Runtime.CompilerServices;

namespace FineTune.Core.Tokenization;

/// <summary>The pieces of cl100k_base.</summary>
/// <remarks>
/// Source: pattern of cl100k_base in the npm package tiktoken 1.0.22:
/// <code>
/// (?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+
/// </code>
/// </remarks>
internal readonly unsafe struct Cl100kRules : ISplitRules
{
    /// <inheritdoc/>
    public static bool WordsHaveCase => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int PieceEnd(CharacterClasses classes, byte* text, int start, int end)
    {
        var contraction = CommonSplits.ContractionLength(text, start, end);
        if (contraction > 0)
        {
            return start + contraction;
        }

        var kind = classes.At(text, start, end, out var length);
        var behind = start + length;
        switch (kind)
        {
            case CharacterClass.Upper or CharacterClass.Lower or CharacterClass.Caseless:
                return LettersEnd(classes, text, behind, end);
            case CharacterClass.Number:
                return CommonSplits.NumberEnd(classes, text, behind, end);
            case CharacterClass.LineEnd:
                return CommonSplits.WhiteSpaceEnd(classes, text, start, end);
        }

        var letters = LettersEnd(classes, text, behind, end);
        if (letters > behind)
        {
            return letters;
        }

        var symbols = text[start] == (byte)' ' ? behind : start;
        var symbolsEnd = CommonSplits.SymbolsEnd(classes, text, symbols, end, slashes: false);
        return symbolsEnd > symbols ? symbolsEnd : CommonSplits.WhiteSpaceEnd(classes, text, start, end);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int LettersEnd(CharacterClasses classes, byte* text, int position, int end)
    {
        while (position < end
            && classes.At(text, position, end, out var length) is CharacterClass.Upper or CharacterClass.Lower or CharacterClass.Caseless)
        {
            position += length;
        }

        return position;
    }
}
