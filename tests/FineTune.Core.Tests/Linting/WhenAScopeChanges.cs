using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Tests.Linting;

public sealed class WhenAScopeChanges
{
    [Fact]
    public void ItsLimitIsThatOfItsMethod()
    {
        var profile = ProfileCatalog.FindOrGeneric("openai");
        var scope = new DatasetScope
        {
            Profile = profile,
            Method = TuningMethod.Supervised,
            Role = DatasetRole.Training,
            Severities = new RuleSeverities(profile.Severities, profile.Severities),
        };

        scope.MaxExampleTokens.ShouldBe(65_536);
        (scope with { Method = TuningMethod.Reinforcement }).MaxExampleTokens.ShouldBeNull();
    }
}
