using System.Text;
using FineTune.Core.Counting;
using FineTune.Core.Lockfile;
using FineTune.Core.Planning;
using FineTune.Core.Tests.Lockfile;

namespace FineTune.Core.Tests.Planning;

public sealed class WhenTheLockIsCompared
{
    [Fact]
    public void WithoutALockEverythingIsNew()
    {
        var plan = SampleManifest.Plan(null, 'a');

        (plan.State, plan.WouldTrain).ShouldBe((PlanState.New, true));
        plan.Digest.ShouldBe(Sample.Attempt('a').Digest);
    }

    [Fact]
    public void TheSameDataAndSettingsAreUpToDate()
    {
        var plan = SampleManifest.Plan(Sample.Versions("ab"), 'b');

        (plan.State, plan.WouldTrain).ShouldBe((PlanState.UpToDate, false));
        plan.Reasons.ShouldBeEmpty();
    }

    [Fact]
    public void ChangesAreSaidInWords()
    {
        var plan = SampleManifest.Plan(Sample.Versions("a"), 'c', examples: 64, epochs: 4);

        (plan.State, plan.WouldTrain).ShouldBe((PlanState.Changed, true));
        plan.Reasons.ShouldBe(["training data: 60 → 64 examples", "n_epochs: 3 → 4"]);
    }

    [Fact]
    public void LargeCountsAreGrouped() =>
        SampleManifest.Plan(Sample.Versions("a"), 'c', examples: 1_204).Reasons.ShouldBe(["training data: 60 → 1,204 examples"]);

    [Fact]
    public void OtherContentOfTheSameLengthIsAChange() =>
        SampleManifest.Plan(Sample.Versions("a"), 'b').Reasons.ShouldBe(["training data: other content in 60 examples"]);

    [Fact]
    public void ARunningTrainingOfItIsPending()
    {
        var plan = SampleManifest.Plan(Sample.Versions("a").With(Sample.Attempt('b', "ftjob-b")), 'b');

        (plan.State, plan.WouldTrain).ShouldBe((PlanState.Pending, false));
        plan.Open!.JobId.ShouldBe("ftjob-b");
    }

    [Fact]
    public void WhatAnEmulatorBeganInTheProvidersPlaceIsStillToBePaidFor()
    {
        var begun = Sample.Attempt('b', "ftjob-b");
        begun = begun with { Provider = begun.Provider with { Emulated = true } };

        var plan = SampleManifest.Plan(Sample.Versions("a").With(begun), 'b');

        (plan.State, plan.WouldTrain, plan.Open).ShouldBe((PlanState.Changed, true, null));
        plan.Reasons.ShouldContain("the last training of it was begun by an emulator");
    }

    [Fact]
    public void ARolledBackModelIsPinned() =>
        SampleManifest.Plan(LockEdit.Pin(Sample.Versions("ab"), "support-bot", new Pin(1, "worse"))!, 'b').State.ShouldBe(PlanState.Pinned);

    [Fact]
    public void DataOfAnEarlierVersionIsNotTrainedAgain()
    {
        var plan = SampleManifest.Plan(Sample.Versions("ab"), 'a');

        (plan.State, plan.WouldTrain).ShouldBe((PlanState.Changed, false));
        plan.Reasons.ShouldHaveSingleItem().ShouldContain("version 1 was trained on exactly this");
    }

    [Fact]
    public void AFailedAttemptIsRemembered()
    {
        var locked = Sample.Empty.With(Sample.Attempt('a', state: AttemptState.Failed) with { ErrorCode = "invalid_n_examples" });

        var plan = SampleManifest.Plan(locked, 'a');

        (plan.State, plan.WouldTrain).ShouldBe((PlanState.New, true));
        plan.Reasons.ShouldHaveSingleItem().ShouldContain("invalid_n_examples");
    }

    [Fact]
    public void TheEmulatorInPlaceOfTheProviderIsAnotherTraining()
    {
        var manifest = SampleManifest.Of("support-bot");

        var plan = Planner.Plan(manifest, Sample.Versions("a"), [SampleManifest.Data('a')], emulated: true).Models.Single();

        plan.Reasons.ShouldBe(["provider: openai → emulator"]);
        plan.LockedProvider.Kind.ShouldBe("emulator");
    }

    [Fact]
    public void WithoutDataNothingIsSaid() =>
        Planner.Plan(SampleManifest.Of("support-bot"), Sample.Versions("a"), []).Models.Single().State.ShouldBe(PlanState.Unmeasured);

    [Fact]
    public void ModelsThatAreTheSameTrainingAreFound()
    {
        var plan = Planner.Plan(SampleManifest.Of("one", "two"), null, [SampleManifest.Data('a', model: "one"), SampleManifest.Data('a', model: "two")]);

        SharedDigests.Find(plan).ShouldHaveSingleItem().Message.ShouldContain("two would be the same training as one");
    }

    [Fact]
    public void AnUnknownCostClosesTheGateOnlyWhereALimitIsSet()
    {
        var plan = SampleManifest.Plan(null, 'a');
        var limited = plan with { Model = plan.Model with { MaxCostUsd = 5 } };

        BudgetGate.Of(plan).Blocked.ShouldBeFalse();
        BudgetGate.Of(limited).Blocked.ShouldBeTrue();
        BudgetGate.Of(limited with { Cost = new CostEstimate(5, 1, true) }).Blocked.ShouldBeFalse();
        BudgetGate.Of(limited with { Cost = new CostEstimate(5.01m, 1, true) }).Reason!.ShouldContain("above budget.max_cost_usd 5.00");
        BudgetGate.Of(limited with { WouldTrain = false }).Blocked.ShouldBeFalse();
    }

    [Fact]
    public void OnlyWhatWouldBeTrainedShowsItsTokens()
    {
        var data = SampleManifest.Data('a').With(new TokenTotals(1_000, 1_200, 400, 0, 90), null);

        TokensIn(Sample.Versions("a")).ShouldBeFalse();
        TokensIn(null).ShouldBeTrue();

        bool TokensIn(FineTuneLock? locked) => PlanText.Of(Planner.Plan(SampleManifest.Of("support-bot"), locked, [data])).Contains("\"tokens\"", StringComparison.Ordinal);
    }

    [Fact]
    public void ThePlanIsStableJson()
    {
        var data = SampleManifest.Data('c', 64).With(new TokenTotals(1_000, 1_200, 400, 0, 90) { Estimates = ["chat_format"] }, null);

        Approved.ShouldBe(PlanText.Of(Planner.Plan(SampleManifest.Of(SampleManifest.Model("support-bot", epochs: 4)), Sample.Versions("a"), [data])), "plan");
    }

    [Fact]
    public void AStoredPlanIsHeldAgainstAFreshOne()
    {
        var plan = new Plan([SampleManifest.Plan(Sample.Versions("a"), 'b')]);
        var stored = StoredPlan.Parse(Encoding.UTF8.GetBytes(PlanText.Of(plan)));

        stored.StaleBecause(plan).ShouldBeEmpty();
        stored.StaleBecause(new Plan([SampleManifest.Plan(Sample.Versions("a"), 'c')])).ShouldHaveSingleItem().ShouldContain("data or settings");
        stored.StaleBecause(new Plan([SampleManifest.Plan(Sample.Versions("ab"), 'b')])).ShouldHaveSingleItem().ShouldContain("up_to_date now");
        stored.StaleBecause(new Plan([])).ShouldHaveSingleItem().ShouldContain("no longer in the manifest");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"version\": 9, \"models\": []}")]
    [InlineData("{\"version\": 1e99, \"models\": []}")]
    [InlineData("{\"version\": 1, \"models\": [{}]}")]
    [InlineData("{\"version\": 1, \"models\": [{\"name\": 3}]}")]
    public void WhatIsNoPlanIsRefused(string json) => Should.Throw<FormatException>(() => StoredPlan.Parse(Encoding.UTF8.GetBytes(json)));
}
