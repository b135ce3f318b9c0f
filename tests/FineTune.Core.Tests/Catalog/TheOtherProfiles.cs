using FineTune.Core.Catalog;
using FineTune.Core.Findings;

namespace FineTune.Core.Tests.Catalog;

public sealed class TheOtherProfiles
{
    [Fact]
    public void AzureAsksForAByteOrderMark()
    {
        var azure = ProfileCatalog.Find("azure")!;

        (azure.ByteOrderMark, azure.Severities["FT1003"], azure.Job.SuffixLength, azure.Limits.MaxTokensTimesEpochs)
            .ShouldBe((ByteOrderMark.Required, Severity.None, 40, 2_000_000_000));
        azure.FindModel("gpt-4.1")!.ShutDown!.Day.ShouldBe(new DateOnly(2027, 10, 14));
    }

    [Fact]
    public void TogetherTakesToolsButNoOtherKeys()
    {
        var together = ProfileCatalog.Find("together")!;

        together.Tools.Offered.ShouldBeTrue();
        together.Roles.ShouldBe(["system", "user", "assistant", "tool"]);
        (together.Severities["FT2004"], together.Severities["FT2019"], together.Images.Addresses).ShouldBe((Severity.Error, Severity.Error, false));
    }

    [Fact]
    public void NebiusTakesARateAndNoMultiplier()
    {
        var nebius = ProfileCatalog.Find("nebius")!;

        nebius.Job.Hyperparameters.Keys.ShouldNotContain("learning_rate_multiplier");
        nebius.Job.Hyperparameters["learning_rate"].Max.ShouldBe(0.1);
        nebius.Job.Hyperparameters["lora"].Flag.ShouldBeTrue();
    }

    [Theory]
    [InlineData("axolotl")]
    [InlineData("llama_factory")]
    [InlineData("trl")]
    public void LocalTrainersTakeArgumentsAsObjects(string name)
    {
        var profile = ProfileCatalog.Find(name)!;

        profile.Tools.ObjectArguments.ShouldBeTrue();
        profile.Severities["FT2025"].ShouldBe(Severity.Warning);
    }

    [Theory]
    [InlineData("openai", 10)]
    [InlineData("azure", 10)]
    [InlineData("together", 1)]
    [InlineData("fireworks", 3)]
    [InlineData("bedrock", 8)]
    [InlineData("bedrock_reinforcement", 100)]
    [InlineData("generic", null)]
    public void EachHostHasItsFewestExamples(string name, int? fewest) => ProfileCatalog.Find(name)!.Limits.MinExamples.ShouldBe(fewest);
}
