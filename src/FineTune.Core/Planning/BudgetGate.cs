using FineTune.Core.Counting;
using FineTune.Core.Manifest;

namespace FineTune.Core.Planning;

/// <summary>FT8010: holds what a training would cost against what the manifest allows.</summary>
/// <param name="Blocked">Whether the release must stop before it pays.</param>
/// <param name="Reason">Why; null where it may go on.</param>
internal sealed record BudgetGate(bool Blocked, string? Reason)
{
    private static readonly BudgetGate Open = new(false, null);

    /// <summary>The gate of a planned model: one that would not train passes.</summary>
    /// <param name="model">The planned model.</param>
    public static BudgetGate Of(PlannedModel model) =>
        model.WouldTrain ? Of(model.Model, model.Provider, model.Cost, model.CostUnknown) : Open;

    /// <summary>The gate of a training: closed where a limit is set and the cost is above it or not known.</summary>
    /// <param name="model">What the manifest says.</param>
    /// <param name="provider">Who trains it. The emulator takes no money: it is stopped only where the real provider's cost is known to be too high.</param>
    /// <param name="cost">The cost; null where it is not known.</param>
    /// <param name="unknown">Why it is not known; null for no reason that could be given.</param>
    public static BudgetGate Of(ModelSettings model, ProviderSettings provider, CostEstimate? cost, string? unknown)
    {
        if (model.MaxCostUsd is not { } most)
        {
            return Open;
        }
        if (cost is null)
        {
            return provider.Kind == ProviderKind.Emulator
                ? Open
                : new(true, $"{unknown ?? "its cost is not known"}, so it cannot be held to budget.max_cost_usd {most:0.00}; set price.training_per_million");
        }
        return cost.Usd > most
            ? new(true, $"it would cost {(cost.IsExact ? "" : "about ")}{Money.Of(cost.Usd)}, above budget.max_cost_usd {most:0.00}")
            : Open;
    }
}
