using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FineTune.Core.Tokenization.Memory;

namespace FineTune.Core.Tokenization;

/// <summary>Cuts text into pieces: sixteen bytes at a time where they are ASCII, by the full rules where they are not.</summary>
/// <typeparam name="TRules">The encoding's rules.</typeparam>
internal sealed unsafe class PieceScanner<TRules> : IPieceScanner
    where TRules : struct, ISplitRules
{
    private const int VectorSize = 16;

    private readonly CharacterClasses classes = CharacterClasses.Shared;
    private readonly PinnedMemory masks = new(2 * VectorSize * VectorSize);

    public PieceScanner()
    {
        for (var length = 0; length < VectorSize; length++)
        {
            new Span<byte>(masks.Pointer + (2 * length * VectorSize), length).Fill(0xFF);
            masks.Pointer[(2 * length * VectorSize) + (2 * VectorSize) - 1] = (byte)length;
        }
    }

    /// <inheritdoc/>
    public int PieceEnd(byte* text, int start, int end) => TRules.PieceEnd(classes, text, start, end);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Fill(PieceBatch batch, PieceCounts counts, byte* text, int position, int stop, int end)
    {
        var masks = this.masks.Pointer;
        var keys = batch.Keys;
        var sets = batch.Sets;
        var count = 0;
        var longCount = 0;
        var letters = default(LetterMasks);
        var start = position - LetterMasks.Size;
        while (position < stop && count < PieceBatch.Capacity && longCount < PieceBatch.Capacity)
        {
            var shift = position - start;
            if (shift >= LetterMasks.Size - VectorSize)
            {
                letters = LetterMasks.Of(text + position, apostrophesArePrefixes: TRules.WordsHaveCase);
                (start, shift) = (position, 0);
            }

            var vector = Vector128.Load(text + position);
            var length = WordLength(letters, shift);
            if (length == 0)
            {
                length = (letters.Stops >> shift & 1) != 0 ? 0 : OtherLength(vector, text + position, end - position);
                length = length != 0 ? length : TRules.PieceEnd(classes, text, position, end) - position;
            }
            else if (length >= VectorSize || (letters.Stops >> shift >> length & 1) != 0)
            {
                length = HardWordLength(text, position, length, end);
            }

            if (length > Piece.MaxLength)
            {
                batch.Long[2 * longCount] = position;
                batch.Long[(2 * longCount) + 1] = length;
                longCount++;
            }
            else
            {
                var mask = masks + (2 * length * VectorSize);
                var key = ((vector & Vector128.Load(mask)) | Vector128.Load(mask + VectorSize)).AsUInt64();
                var set = counts.SetOf(Piece.Hash(key.ToScalar(), key.GetElement(1)));
                PieceCounts.Prefetch(set);
                key.Store(keys + (2 * count));
                sets[count] = (nint)set;
                count++;
            }

            position += length;
        }

        batch.Count = count;
        batch.LongCount = longCount;
        return position;
    }

    /// <summary>Length of the word at a place as ASCII has it, with the character before it; 0 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int WordLength(in LetterMasks letters, int place)
    {
        var prefix = (int)(letters.Prefixes >> place) & 1;
        var (uppers, lowers) = (letters.Uppers >> place >> prefix, letters.Lowers >> place >> prefix);
        if (((uppers | lowers) & 1) == 0)
        {
            return 0;
        }

        if (!TRules.WordsHaveCase)
        {
            return prefix + BitOperations.TrailingZeroCount(~(uppers | lowers));
        }

        var capitals = BitOperations.TrailingZeroCount(~uppers);
        return prefix + capitals + BitOperations.TrailingZeroCount(~(lowers >> capitals));
    }

    /// <summary>Length of a word that is long, or ends before what is no ASCII or an apostrophe.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int HardWordLength(byte* text, int position, int length, int end) =>
        !TRules.WordsHaveCase && length < VectorSize && text[position + length] == (byte)'\''
            ? length
            : TRules.PieceEnd(classes, text, position, end) - position;

    /// <summary>Length of the piece at the start, at most 15; 0 where the full rules must tell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int OtherLength(Vector128<byte> vector, byte* text, int left)
    {
        var digits = Ascii.InRange(vector, (byte)'0', 10);
        if ((digits & 1) != 0)
        {
            var length = Math.Min(3, BitOperations.TrailingZeroCount(~digits));
            return length < 3 && text[length] >= 0x80 ? 0 : length;
        }

        var letters = Ascii.InRange(vector | Vector128.Create((byte)0x20), (byte)'a', 26);
        var spaces = Ascii.InRange(vector, (byte)'\t', 5) | Ascii.Equal(vector, (byte)' ');
        var others = letters | digits | spaces | vector.ExtractMostSignificantBits();
        var blank = text[0] == ' ' ? 1 : 0;
        var symbols = Math.Min(BitOperations.TrailingZeroCount(others >> blank | 1u << VectorSize), left - blank);
        return symbols > 0 ? SymbolsLength(text, blank + symbols, left)
            : (spaces & 1) != 0 ? SpacesLength(vector, spaces, text, left)
            : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SymbolsLength(byte* text, int length, int left)
    {
        if (length >= VectorSize || text[length] >= 0x80)
        {
            return 0;
        }

        while (length < left && (text[length] is (byte)'\n' or (byte)'\r' || (TRules.WordsHaveCase && text[length] == (byte)'/')))
        {
            if (++length == VectorSize)
            {
                return 0;
            }
        }

        return length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SpacesLength(Vector128<byte> vector, uint spaces, byte* text, int left)
    {
        var run = BitOperations.TrailingZeroCount(~spaces);
        if (run >= VectorSize || text[run] >= 0x80)
        {
            return 0;
        }

        var lineEnds = (Ascii.Equal(vector, (byte)'\n') | Ascii.Equal(vector, (byte)'\r')) & ((1u << run) - 1);
        return lineEnds != 0 ? 32 - BitOperations.LeadingZeroCount(lineEnds)
            : run == left || run == 1 ? run
            : run - 1;
    }
}
