namespace FineTune.Core.Planning;

/// <summary>Holds what a training would cost against what the manifest allows.</summary>
/// <param name="Blocked">Whether the release must stop before it pays.</param>
/// <param name="Reason">Why; null where it may go on.</param>
public sealed record BudgetGate(bool Blocked, string? Reason)
{
    private static readonly BudgetGate Open = new(false, null);

    /// <summary>The gate of a planned model: closed where a limit is set and the cost is above it or not known.</summary>
    /// <param name="model">The planned model; one that would not train passes.</param>
    public static BudgetGate Of(PlannedModel model)
    {
        if (!model.WouldTrain || model.Model.MaxCostUsd is not { } most)
        {
            return Open;
        }
        if (model.Cost is not { } cost)
        {
            return new BudgetGate(true, $"the cost of {model.Name} is not known, so it cannot be held to budget.max_cost_usd {most:0.00}; set price.training_per_million");
        }
        return cost.Usd > most
            ? new BudgetGate(true, $"{model.Name} would cost about {cost.Usd:0.00} USD, above budget.max_cost_usd {most:0.00}")
            : Open;
    }
}
