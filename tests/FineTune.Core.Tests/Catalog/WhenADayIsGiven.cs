using FineTune.Core.Catalog;

namespace FineTune.Core.Tests.Catalog;

public sealed class WhenADayIsGiven
{
    [Fact]
    public void ItTakesThePlaceOfTheClocks() => TodayText.Read("2026-11-30", TimeProvider.System).ShouldBe(new DateOnly(2026, 11, 30));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void NoneIsTheClocks(string? text) => TodayText.Read(text, new Noon()).ShouldBe(new DateOnly(2026, 3, 1));

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("2026-13-01")]
    [InlineData("30.11.2026")]
    [InlineData("2026-11-30 ")]
    public void AnythingElseIsNone(string text) => TodayText.Read(text, TimeProvider.System).ShouldBeNull();

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    }
}
