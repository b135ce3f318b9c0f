using FineTune.Core.Catalog;

namespace FineTune.Core.Tests.Catalog;

public sealed class TheOpenAIProfile
{
    private readonly Profile profile = ProfileCatalog.Find("openai")!;

    [Fact]
    public void TakesNoNewJobsAfterTheAnnouncedDay() => profile.NoNewJobsAfter!.Day.ShouldBe(new DateOnly(2027, 1, 6));

    [Theory]
    [InlineData("gpt-4o-2024-08-06")]
    [InlineData("gpt-4o-mini-2024-07-18")]
    [InlineData("gpt-4.1-2025-04-14")]
    [InlineData("gpt-4.1-mini-2025-04-14")]
    public void NamesTheDayTheLastModelsShutDown(string model)
    {
        profile.FindModel(model)!.ShutDown!.Day.ShouldBe(new DateOnly(2027, 1, 14));
        profile.FindModel(model)!.Replacement.ShouldBe("gpt-6-luna");
    }

    [Theory]
    [InlineData("gpt-4.1", "o200k_base")]
    [InlineData("o4-mini", "o200k_base")]
    [InlineData("gpt-3.5-turbo", "cl100k_base")]
    [InlineData("davinci-002", "cl100k_base")]
    public void KnowsTheEncoding(string model, string encoding) => profile.FindModel(model)!.Encoding.ShouldBe(encoding);

    [Fact]
    public void FindsTheBaseOfATunedModel() =>
        profile.FindModel("ft:gpt-4.1-mini-2025-04-14:acme:support:Ab12")!.Id.ShouldBe("gpt-4.1-mini-2025-04-14");

    [Fact]
    public void FindsTheBaseOfATunedModelOnAzure() =>
        ProfileCatalog.Find("azure")!.FindModel("gpt-4.1-2025-04-14.ft-0123456789abcdef0123456789abcdef")!.Id.ShouldBe("gpt-4.1-2025-04-14");

    [Fact]
    public void KeepsWhatTheGenericProfileSaysWhereItSaysNothing()
    {
        var epochs = profile.Job.Hyperparameters["n_epochs"];

        (epochs.Min, epochs.Max, epochs.Whole).ShouldBe((1, 50, true));
        epochs.Words.ShouldBe(["auto"]);
        epochs.Methods.ShouldBeEmpty();
    }

    [Fact]
    public void HasTheSameModelsAndPricesInTheEmulatorButNoDays()
    {
        var emulated = ProfileCatalog.Find("emulator")!;

        emulated.NoNewJobsAfter.ShouldBeNull();
        emulated.Host.Endpoint.ShouldBeNull();
        emulated.Models.Select(model => (model.Id, model.TrainingPricePerMillion, model.MaxExampleTokens))
            .ShouldBe(profile.Models.Select(model => (model.Id, model.TrainingPricePerMillion, model.MaxExampleTokens)));
        emulated.Models.ShouldAllBe(model => model.ShutDown == null && model.TrainingEnds == null);
    }
}
