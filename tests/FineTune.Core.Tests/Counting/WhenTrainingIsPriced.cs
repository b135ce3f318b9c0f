using FineTune.Core.Counting;

namespace FineTune.Core.Tests.Counting;

public class WhenTrainingIsPriced
{
    [Theory]
    [InlineData(1, 25)]
    [InlineData(5, 20)]
    [InlineData(10, 10)]
    [InlineData(33, 3)]
    [InlineData(34, 3)]
    [InlineData(8_333, 3)]
    [InlineData(8_334, 2)]
    [InlineData(12_501, 1)]
    [InlineData(30_000, 1)]
    public void TheEpochsAreThoseOfTheCookbook(long examples, int epochs) =>
        DefaultEpochs.For(examples).ShouldBe(epochs);

    [Fact]
    public void TheCostIsTokensTimesEpochsTimesPrice() =>
        TrainingCost.Of(100_000, 3, 8m).ShouldBe(2.40m);

    [Theory]
    [InlineData(4000, 3000, true, 85)]
    [InlineData(1024, 1024, false, 765)]
    [InlineData(2048, 4096, false, 1105)]
    [InlineData(512, 512, false, 255)]
    [InlineData(1, 1, false, 255)]
    public void AnImageIsCountedInTiles(int width, int height, bool lowDetail, int tokens) =>
        ImageTokens.Of(width, height, lowDetail).ShouldBe(tokens);
}
