using System.Diagnostics;
using System.Text;
using FineTune.Core.Tokenization;

namespace FineTune.Core.Tests.Tokenization;

public class WhenTextIsHostile
{
    [Theory]
    [InlineData("o200k_base", "a")]
    [InlineData("o200k_base", " ")]
    [InlineData("o200k_base", "=")]
    [InlineData("o200k_base", "ab")]
    [InlineData("cl100k_base", "a")]
    [InlineData("cl100k_base", "あ")]
    public void AMegabyteOfOneLetterIsNoCliff(string encoding, string unit)
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(unit, 1_000_000 / Encoding.UTF8.GetByteCount(unit))));
        var counter = TokenCounter.Create(encoding);
        counter.Count(text.AsSpan(0, 3000));

        var before = Process.GetCurrentProcess().TotalProcessorTime;
        counter.Count(text).ShouldBeGreaterThan(1000);
        (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds.ShouldBeLessThan(20, "it takes under half a second when it is alone and optimised; merging in quadratic time takes minutes");
    }

    [Theory]
    [InlineData("o200k_base")]
    [InlineData("cl100k_base")]
    public void BytesThatAreNoUtf8AreCountedAndNeverFail(string encoding)
    {
        var random = new SeededRandom(7);
        var counter = TokenCounter.Create(encoding);
        for (var round = 0; round < 3000; round++)
        {
            var bytes = new byte[random.Below(300)];
            for (var place = 0; place < bytes.Length; place++)
            {
                bytes[place] = (byte)(random.Below(3) == 0 ? random.Below(256) : random.Pick(0xE2, 0xF0, 0x80, 0xC5, 0xBF, ' ', 'a', '\'', '\n'));
            }

            var ids = new List<int>();
            counter.Encode(bytes, ids);
            counter.Count(bytes).ShouldBe(ids.Count);
        }
    }

    [Fact]
    public void SpecialTokensInTextAreOrdinaryText() =>
        TokenCounter.Create(Encodings.O200k).Count("<|endoftext|>"u8).ShouldBe(7);

    [Fact]
    public void AnUnknownEncodingIsRefused() =>
        Should.Throw<ArgumentException>(() => TokenCounter.Create("p50k_base"));
}
