using FineTune.Core.Findings;

namespace FineTune.Core.Tests.Findings;

public sealed class WhenAmountsAreShown
{
    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(1_000, "1 kB")]
    [InlineData(999_499, "999 kB")]
    [InlineData(999_500, "1.0 MB")]
    [InlineData(1_400_000, "1.4 MB")]
    [InlineData(2_000_000_000, "2.0 GB")]
    public void BytesAreShort(long bytes, string text) => Amount.OfBytes(bytes).ShouldBe(text);

    [Theory]
    [InlineData(0, "0 errors")]
    [InlineData(1, "1 error")]
    [InlineData(1204, "1,204 errors")]
    public void CountsAgreeWithTheirNoun(long count, string text) => Amount.Of(count, "error").ShouldBe(text);

    [Theory]
    [InlineData(0.0004, "0 ms")]
    [InlineData(0.012, "12 ms")]
    [InlineData(3.44, "3.4 s")]
    [InlineData(125, "2 min 5 s")]
    [InlineData(4800, "1 h 20 min")]
    public void TimesAreShort(double seconds, string text) => Amount.OfTime(TimeSpan.FromSeconds(seconds)).ShouldBe(text);
}
