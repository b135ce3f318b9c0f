using System.Text;
using FineTune.Core.Tokenization;
using FineTune.Core.Tokenization.Merging;

namespace FineTune.Core.Tests.Tokenization;

public class WhenAPieceIsLong
{
    [Theory]
    [InlineData("o200k_base")]
    [InlineData("cl100k_base")]
    public void ItsTokensAreTheSameInWindowsOfAnySize(string encoding)
    {
        var (vocabulary, random) = (Encodings.VocabularyOf(encoding), new SeededRandom(11));
        for (var round = 0; round < 300; round++)
        {
            var piece = Piece(random, 500 + random.Below(3_000));

            var whole = Ranks(vocabulary, piece, piece.Length);

            foreach (var window in (int[])[64, 200, 1_024])
            {
                Ranks(vocabulary, piece, window).ShouldBe(whole);
                LongMerge.Run(vocabulary, piece, null, window).ShouldBe(whole.Count);
            }
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("=")]
    [InlineData("ab")]
    [InlineData("xyzzy")]
    [InlineData("あ")]
    public void ItTakesNoMoreMemoryThanAShorterOne(string unit)
    {
        var vocabulary = Encodings.VocabularyOf(Encodings.O200k);
        var piece = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length)));

        var before = GC.GetAllocatedBytesForCurrentThread();
        LongMerge.Run(vocabulary, piece, null).ShouldBeGreaterThan(1_000);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(4_000_000);
    }

    private static List<int> Ranks(Vocabulary vocabulary, byte[] piece, int window)
    {
        var ranks = new List<int>();
        LongMerge.Run(vocabulary, piece, ranks, window).ShouldBe(ranks.Count);
        return ranks;
    }

    /// <summary>Text of few letters, whose tokens depend on what stands far away more than those of words do; or any bytes.</summary>
    private static byte[] Piece(SeededRandom random, int length)
    {
        var letters = (ReadOnlySpan<byte>)"etaoinshrdlu =-/.AESTab"u8;
        var (first, kinds, any) = (random.Below(letters.Length), 1 + random.Below(letters.Length), random.Below(8) == 0);
        var piece = new byte[length];
        for (var place = 0; place < length; place++)
        {
            piece[place] = any ? (byte)random.Below(256)
                : place > 8 && random.Below(3) > 0 ? piece[place - 1 - random.Below(8)]
                : letters[(first + random.Below(kinds)) % letters.Length];
        }
        return piece;
    }
}
