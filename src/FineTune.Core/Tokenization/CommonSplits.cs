using System.Runtime.CompilerServices;

namespace FineTune.Core.Tokenization;

/// <summary>The alternatives that the encodings share.</summary>
internal static unsafe class CommonSplits
{
    /// <summary><c>\p{N}{1,3}</c>, from behind the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int NumberEnd(CharacterClasses classes, byte* text, int position, int end)
    {
        for (var count = 1; count < 3 && position < end && classes.At(text, position, end, out var length) == CharacterClass.Number; count++)
        {
            position += length;
        }

        return position;
    }

    /// <summary><c>[^\s\p{L}\p{N}]+[\r\n]*</c>, with <c>/</c> among the line ends or not; the start itself where nothing fits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int SymbolsEnd(CharacterClasses classes, byte* text, int start, int end, bool slashes)
    {
        var position = start;
        while (position < end && classes.At(text, position, end, out var length) is CharacterClass.Other or CharacterClass.Mark)
        {
            position += length;
        }

        if (position > start)
        {
            while (position < end && (text[position] is (byte)'\r' or (byte)'\n' || (slashes && text[position] == (byte)'/')))
            {
                position++;
            }
        }

        return position;
    }

    /// <summary><c>\s*[\r\n]+|\s+(?!\S)|\s+</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int WhiteSpaceEnd(CharacterClasses classes, byte* text, int start, int end)
    {
        var position = start;
        var last = start;
        var behindLineEnd = -1;
        while (position < end)
        {
            var kind = classes.At(text, position, end, out var length);
            if (kind is not CharacterClass.Space and not CharacterClass.LineEnd)
            {
                break;
            }

            last = position;
            position += length;
            behindLineEnd = kind == CharacterClass.LineEnd ? position : behindLineEnd;
        }

        if (behindLineEnd >= 0)
        {
            return behindLineEnd;
        }

        return position == end || last == start ? position : last;
    }

    /// <summary>Bytes of <c>(?i:'s|'t|'re|'ve|'m|'ll|'d)</c> at a position, or 0. The long s folds to s.</summary>
    public static int ContractionLength(byte* text, int position, int end)
    {
        if (end - position < 2 || text[position] != (byte)'\'')
        {
            return 0;
        }

        var first = text[position + 1] | 0x20;
        if (first is 's' or 't' or 'm' or 'd')
        {
            return 2;
        }

        if (end - position < 3)
        {
            return 0;
        }

        var second = text[position + 2] | 0x20;
        if ((first is 'r' or 'v' && second == 'e') || (first == 'l' && second == 'l'))
        {
            return 3;
        }

        return text[position + 1] == 0xC5 && text[position + 2] == 0xBF ? 3 : 0;
    }
}
