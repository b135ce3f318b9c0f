using System.Runtime.CompilerServices;
using FineTune.Core.Tokenization.Memory;

namespace FineTune.Core.Tokenization;

/// <summary>The class of every character, by Unicode 16.0 whatever the runtime knows.</summary>
/// <remarks>Made by <c>eng/unicode/make.cs</c>: numbers of blocks for each 128 code points, then the blocks.</remarks>
internal sealed unsafe class CharacterClasses
{
    /// <summary>Name of the embedded file.</summary>
    public const string FileName = "tokens/unicode.classes";

    private const int BlockBits = 7;
    private const int IndexSize = 0x110000 >> BlockBits;

    private static readonly Lazy<CharacterClasses> Loaded = new(() => new CharacterClasses(EmbeddedData.Open(FileName)));

    private readonly EmbeddedData data;
    private readonly byte* blocks;

    private CharacterClasses(EmbeddedData data)
    {
        this.data = data;
        blocks = data.Pointer + IndexSize;
    }

    /// <summary>The table.</summary>
    public static CharacterClasses Shared => Loaded.Value;

    /// <summary>Class of a code point.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Of(int codePoint) =>
        blocks[(data.Pointer[codePoint >> BlockBits] << BlockBits) | (codePoint & ((1 << BlockBits) - 1))];

    /// <summary>Class of the character at a position; a byte that is no UTF-8 is a character of class other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int At(byte* text, int position, int end, out int length)
    {
        int first = text[position];
        if (first < 0x80)
        {
            length = 1;
            return Of(first);
        }

        if (first is >= 0xE0 and < 0xF0 && end - position >= 3
            && (text[position + 1] & 0xC0) == 0x80 && (text[position + 2] & 0xC0) == 0x80)
        {
            length = 3;
            return Of(((first & 0x0F) << 12) | ((text[position + 1] & 0x3F) << 6) | (text[position + 2] & 0x3F));
        }

        if (first is >= 0xC2 and < 0xE0 && end - position >= 2 && (text[position + 1] & 0xC0) == 0x80)
        {
            length = 2;
            return Of(((first & 0x1F) << 6) | (text[position + 1] & 0x3F));
        }

        return Beyond(text, position, end, out length);
    }

    private int Beyond(byte* text, int position, int end, out int length)
    {
        var status = System.Text.Rune.DecodeFromUtf8(new ReadOnlySpan<byte>(text + position, Math.Min(4, end - position)), out var rune, out length);
        if (status == System.Buffers.OperationStatus.Done)
        {
            return Of(rune.Value);
        }

        length = 1;
        return CharacterClass.Other;
    }
}
