using FineTune.Core.Counting;
using FineTune.Core.Manifest;
using FineTune.Core.Planning;

namespace FineTune.Tool.Screens;

/// <summary>What a plan comes to, in words.</summary>
internal static class PlanSum
{
    /// <summary>One line: <c>1 to train, 2 up to date; about 3.20 USD</c>.</summary>
    public static string Of(Plan plan)
    {
        var parts = new (int Count, string Word)[]
        {
            (plan.Models.Count(model => model.WouldTrain), "to train"),
            (plan.Models.Count(model => model.State == PlanState.Pending), "pending"),
            (plan.Models.Count(model => model is { State: PlanState.Changed, WouldTrain: false }), "not at its newest training"),
            (plan.Models.Count(model => model.State == PlanState.Pinned), "pinned"),
            (plan.Models.Count(model => model.State == PlanState.UpToDate), "up to date"),
            (plan.Models.Count(model => model.State == PlanState.Unmeasured), "without data"),
        };
        var counts = string.Join(", ", parts.Where(part => part.Count > 0).Select(part => $"{part.Count} {part.Word}"));
        PlannedModel[] trained = [.. plan.Models.Where(model => model.WouldTrain)];
        return trained.Length == 0 ? counts : $"{counts}; {Cost(trained)}";
    }

    /// <summary>What a model's training costs: <c>about 3.20 USD</c>, and nothing where the emulator trains.</summary>
    public static string Amount(PlannedModel model) =>
        model.Provider.Kind == ProviderKind.Emulator ? $"nothing (emulated; otherwise {Estimated(model.Cost!)})" : Estimated(model.Cost!);

    /// <summary>What trainings cost together; the emulator's nothing.</summary>
    public static string Cost(IReadOnlyList<PlannedModel> trained)
    {
        PlannedModel[] paid = [.. trained.Where(model => model.Provider.Kind != ProviderKind.Emulator)];
        CostEstimate[] known = [.. paid.Select(model => model.Cost).OfType<CostEstimate>()];
        var unknown = paid.Length - known.Length;
        return (known.Length, unknown) switch
        {
            (0, 0) => "nothing is paid to the emulator",
            (0, _) => "the cost is not known",
            (_, 0) => Sum(known),
            _ => $"{Sum(known)}, and {unknown} at a cost that is not known",
        };
    }

    private static string Sum(CostEstimate[] known) => Estimated(new(known.Sum(cost => cost.Usd), 0, known.All(cost => cost.IsExact)));

    /// <summary>A cost, with &quot;about&quot; where it is an estimate.</summary>
    public static string Estimated(CostEstimate cost) => (cost.IsExact || Money.Of(cost.Usd).StartsWith('u') ? "" : "about ") + Money.Of(cost.Usd);
}
