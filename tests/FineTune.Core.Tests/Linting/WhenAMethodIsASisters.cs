using FineTune.Core.Catalog;
using FineTune.Core.Findings;

namespace FineTune.Core.Tests.Linting;

/// <summary>A profile lacks a method that the same host's other profile has.</summary>
public class WhenAMethodIsASisters
{
    private const string Reinforcement = """{"messages": [{"role": "system", "content": "Give a number."}, {"role": "user", "content": "How many?"}], "reference_answer": "4"}""";

    private const string Preference = """{"input": {"messages": [{"role": "user", "content": "How many?"}]}, "preferred_output": [{"role": "assistant", "content": "Four."}], "non_preferred_output": [{"role": "assistant", "content": "Some."}]}""";

    [Fact]
    public void ItsRowsAreCheckedAsHersWhereNobodySaidTheMethod()
    {
        using var dataset = new Dataset(Reinforcement) { Profile = "bedrock" };

        dataset.Show().ShouldBe([$"(1,1-{Reinforcement.Length + 1}) info FT2002: these are rows for reinforcement training; they are checked as bedrock_reinforcement"]);
        dataset.Lint().Datasets.Single().Profile.ShouldBe("bedrock_reinforcement");
        dataset.Lint().Findings.ShouldContain(finding => finding.Code == "FT3001" && finding.Message.Contains("no fewer than 100", StringComparison.Ordinal));
    }

    [Fact]
    public void SheIsNamedInTheOneErrorWhereTheMethodIsSaid()
    {
        using var dataset = new Dataset(Reinforcement) { Profile = "bedrock", Method = TuningMethod.Reinforcement };

        dataset.Findings().Single().Severity.ShouldBe(Severity.Error);
        dataset.Show().Single().ShouldEndWith("the profile bedrock has no reinforcement training, bedrock_reinforcement has (--profile bedrock_reinforcement)");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(TuningMethod.Dpo)]
    public void AMethodThatNeitherHasIsRefusedBeforeAnyAdviceAboutTheFormat(TuningMethod? method)
    {
        using var dataset = new Dataset(Preference) { Profile = "bedrock", Method = method };

        dataset.Show().Single().ShouldEndWith("Amazon Bedrock offers no dpo training");
        dataset.Show().Single().ShouldNotContain("needs");
    }
}
