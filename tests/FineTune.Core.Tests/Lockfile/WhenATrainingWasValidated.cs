using FineTune.Core.Lockfile;

namespace FineTune.Core.Tests.Lockfile;

public sealed class WhenATrainingWasValidated
{
    [Theory]
    [InlineData("valid_loss")]
    [InlineData("full_valid_loss")]
    [InlineData("validation_loss")]
    [InlineData("eval_loss")]
    public void TheLowestValidationLossIsBest(string name) =>
        LossCurve.Of(Version((1, name, 0.9), (2, name, 0.5), (3, name, 0.7))).Best!.Step.ShouldBe(2);

    [Fact]
    public void OfEqualsTheEarliestIsBest() => LossCurve.Of(Version((1, "valid_loss", 0.5), (2, "valid_loss", 0.5))).Best!.Step.ShouldBe(1);

    [Theory]
    [InlineData("valid_mean_reward")]
    [InlineData("valid_reward_mean")]
    public void TheHighestRewardIsBest(string name) => LossCurve.Of(Version((1, name, 0.2), (2, name, 0.8), (3, name, 0.6))).Best!.Step.ShouldBe(2);

    [Fact]
    public void WhatNobodyValidatedHasNoBest()
    {
        var curve = LossCurve.Of(Version((1, "train_loss", 0.9), (2, "train_loss", 0.1)));

        curve.Best.ShouldBeNull();
        curve.Overfit.ShouldBeNull();
    }

    // A loss over some of the validation examples is no measure for one over all of them.
    [Fact]
    public void OnlyTheSameMeasureIsCompared()
    {
        var curve = LossCurve.Of(Version((1, "valid_loss", 0.1), (1, "full_valid_loss", 0.6), (2, "valid_loss", 0.4), (2, "full_valid_loss", 0.5), (3, "valid_loss", 0.2)));

        curve.Best!.Step.ShouldBe(1);
        LossCurve.Of(Version((1, "full_valid_loss", 0.6), (2, "valid_loss", 0.1))).Best!.Step.ShouldBe(1);
    }

    [Theory]
    [InlineData(1.4, null)]
    [InlineData(1.5, "likely")]
    [InlineData(1.99, "likely")]
    [InlineData(2.0, "strongly")]
    public void ItOverfitsByTheRatioOfTheLosses(double validation, string? strength) =>
        (LossCurve.Of(Version((1, "train_loss", 1), (1, "valid_loss", validation))).Overfit?.Strength).ShouldBe(strength);

    [Fact]
    public void ItOverfitsSinceTheStepFromWhichOnTheRatioStays()
    {
        var curve = LossCurve.Of(Version(
            (10, "train_loss", 1), (10, "valid_loss", 1.8), (20, "train_loss", 1), (20, "valid_loss", 1.2), (30, "train_loss", 0.5), (30, "valid_loss", 0.8), (40, "train_loss", 0.3), (40, "valid_loss", 0.9)));

        curve.Overfit!.Since.ShouldBe(30);
        curve.Overfit.Words.ShouldBe("overfits, strongly: validation loss 3.0 times training loss, 1.5 times or more since step 30");
    }

    [Fact]
    public void ATrainingLossOfNothingTellsNothing() => LossCurve.Of(Version((1, "train_loss", 0), (1, "valid_loss", 0.4))).Overfit.ShouldBeNull();

    private static LockedVersion Version(params (int Step, string Metric, double Value)[] metrics) => Sample.Versions("a").Models["support-bot"].Versions[0] with
    {
        Checkpoints = [.. metrics.GroupBy(metric => metric.Step).Select(step =>
            new LockedCheckpoint(step.Key, $"m:ckpt-step-{step.Key}", step.ToDictionary(metric => metric.Metric, metric => metric.Value)))],
    };
}
