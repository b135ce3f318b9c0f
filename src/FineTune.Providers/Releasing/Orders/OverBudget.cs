using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Planning;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.Releasing.Orders;

/// <summary>FT8010: a training that the budget does not allow.</summary>
internal static class OverBudget
{
    public static ReleaseError Of(string model, BudgetGate gate) => new(ReleaseRules.Budget, $"{model} is not trained: {gate.Reason}", ExitCode.Gate);
}
