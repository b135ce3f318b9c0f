namespace FineTune.Providers.Releasing;

/// <summary>Stops a training that would cost more than the manifest allows, before anything is sent.</summary>
internal static class BudgetGate
{
    /// <summary>Passes, or throws.</summary>
    /// <exception cref="ReleaseError">FT8010.</exception>
    public static void Check(ReleaseOrder order)
    {
        if (order.Model.MaxCostUsd is not { } most)
        {
            return;
        }
        if (order.EstimatedCostUsd is not { } cost)
        {
            throw Stopped($"its price is not known, so it cannot be held to budget.max_cost_usd {most:0.00}; set price.training_per_million");
        }
        if (cost > most)
        {
            throw Stopped($"it would cost about {cost:0.00} USD, above budget.max_cost_usd {most:0.00}");
        }

        ReleaseError Stopped(string why) => new(ReleaseRules.Budget, $"{order.Model.Name} is not trained: {why}", ExitCodes.Gate);
    }
}
