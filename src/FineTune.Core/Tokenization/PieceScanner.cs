using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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
            new Span<byte>(masks.Pointer + (length * VectorSize), length).Fill(0xFF);
            masks.Pointer[(VectorSize * VectorSize) + (length * VectorSize) + VectorSize - 1] = (byte)length;
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
        var hashes = batch.Hashes;
        var count = 0;
        var longCount = 0;
        while (position < stop && count < PieceBatch.Capacity && longCount < PieceBatch.Capacity)
        {
            var vector = Vector128.Load(text + position);
            var length = AsciiLength(vector, text + position, end - position);
            if (length == 0)
            {
                length = TRules.PieceEnd(classes, text, position, end) - position;
            }

            if (length > Piece.MaxLength)
            {
                batch.Long[2 * longCount] = position;
                batch.Long[(2 * longCount) + 1] = length;
                longCount++;
            }
            else
            {
                var key = ((vector & Vector128.Load(masks + (length * VectorSize)))
                    | Vector128.Load(masks + (VectorSize * VectorSize) + (length * VectorSize))).AsUInt64();
                var hash = Piece.Hash(key.ToScalar(), key.GetElement(1));
                counts.Prefetch(hash);
                key.Store(keys + (2 * count));
                hashes[count] = hash;
                count++;
            }

            position += length;
        }

        batch.Count = count;
        batch.LongCount = longCount;
        return position;
    }

    /// <summary>Length of the piece at the start, at most 15; 0 where the full rules must tell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int AsciiLength(Vector128<byte> vector, byte* text, int left)
    {
        int first = text[0];
        var lowers = InRange(vector, (byte)'a', 26);
        var uppers = InRange(vector, (byte)'A', 26);
        var prefix = IsPrefix(first) ? 1 : 0;
        if (((lowers | uppers) >> prefix & 1) != 0)
        {
            return WordLength(lowers, uppers, prefix, first, text);
        }

        if (first >= 0x80)
        {
            return 0;
        }

        var digits = InRange(vector, (byte)'0', 10);
        if ((digits & 1) != 0)
        {
            var length = Math.Min(3, BitOperations.TrailingZeroCount(~digits));
            return length < 3 && text[length] >= 0x80 ? 0 : length;
        }

        var spaces = InRange(vector, (byte)'\t', 5) | Vector128.Equals(vector, Vector128.Create((byte)' ')).ExtractMostSignificantBits();
        var others = lowers | uppers | digits | spaces | vector.ExtractMostSignificantBits();
        var blank = first == ' ' ? 1 : 0;
        var symbols = Math.Min(BitOperations.TrailingZeroCount(others >> blank | 1u << VectorSize), left - blank);
        return symbols > 0 ? SymbolsLength(text, blank + symbols, left)
            : (spaces & 1) != 0 ? SpacesLength(vector, spaces, text, left)
            : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int WordLength(uint lowers, uint uppers, int prefix, int first, byte* text)
    {
        int length;
        if (TRules.WordsHaveCase)
        {
            length = prefix + BitOperations.TrailingZeroCount(~(uppers >> prefix));
            length += BitOperations.TrailingZeroCount(~(lowers >> length));
        }
        else
        {
            length = prefix + BitOperations.TrailingZeroCount(~((lowers | uppers) >> prefix));
            if (first == '\'')
            {
                return 0;
            }
        }

        int next = text[length];
        return length >= VectorSize || next >= 0x80 || (TRules.WordsHaveCase && next == '\'') ? 0 : length;
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

        var lineEnds = (Vector128.Equals(vector, Vector128.Create((byte)'\n')) | Vector128.Equals(vector, Vector128.Create((byte)'\r')))
            .ExtractMostSignificantBits() & ((1u << run) - 1);
        return lineEnds != 0 ? 32 - BitOperations.LeadingZeroCount(lineEnds)
            : run == left || run == 1 ? run
            : run - 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPrefix(int first) =>
        first < 0x80 && first is not ('\r' or '\n') && (uint)(first - '0') > 9 && (uint)((first | 0x20) - 'a') > 25;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint InRange(Vector128<byte> vector, byte first, byte count)
    {
        var offset = vector - Vector128.Create(first);
        return Vector128.Equals(Vector128.Min(offset, Vector128.Create((byte)(count - 1))), offset).ExtractMostSignificantBits();
    }
}
