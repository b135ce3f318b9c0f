using FineTune.Core.Catalog;
using FineTune.Core.Findings;
using FineTune.Core.Lockfile;
using FineTune.Core.Manifest;
using FineTune.Core.Planning;
using FineTune.Core.Reporting;

namespace FineTune.Tool.Screens;

/// <summary>Shows a plan as a diff is read.</summary>
internal sealed class PlanScreen(TextWriter output, Ansi ink)
{
    /// <summary>Shows the models, then one line that sums up.</summary>
    public void Write(Plan plan)
    {
        var column = plan.Models.Select(model => DisplayWidth.Of(SafeText.Clean(model.Name))).DefaultIfEmpty(0).Max() + 2;
        foreach (var model in plan.Models)
        {
            WriteModel(model, column);
        }
        output.Write($"\n{ink.Bold("Plan:")} {PlanSum.Of(plan)}\n");
    }

    private void WriteModel(PlannedModel model, int column)
    {
        var (mark, word) = Describe(model);
        var name = SafeText.Clean(model.Name);
        output.Write($"{mark} {ink.Bold(name)}{new string(' ', column - DisplayWidth.Of(name))}{word}\n");
        foreach (var reason in model.Reasons)
        {
            output.Write($"    {ink.Yellow("~")} {reason}\n");
        }
        if (model.WouldTrain)
        {
            WriteDetail("train", $"{model.LockedProvider.Name}, {model.Model.BaseModel.Value}, {model.Model.Method.Name()}");
            WriteData("training", model.Training);
            WriteData("validation", model.Validation);
            WriteCost(model);
        }
    }

    private void WriteCost(PlannedModel model)
    {
        if (model.Cost is { } cost)
        {
            var price = $"{cost.PricePerMillion:0.00##} USD a million{(cost.PriceIsOfManifest ? " (manifest)" : "")}";
            WriteDetail("cost", $"{PlanSum.Amount(model)}: {Amount.Of(cost.TokensPerEpoch, "token")} × {Amount.Of(cost.Epochs, "epoch")} × {price}");
        }
        else if (model.CostUnknown is { } unknown && model.Provider.Kind is not (ProviderKind.Emulator or ProviderKind.Exec))
        {
            WriteDetail("cost", $"not known: {unknown}");
        }
        if (model.Estimates.Count > 0)
        {
            WriteDetail("estimated", $"{EstimateText.Of(model.Estimates)}; the rest is exact");
        }
        if (BudgetGate.Of(model) is { Blocked: true } gate)
        {
            output.Write($"    {ink.Red("!")} a release stops here: {SafeText.Clean(gate.Reason!)}\n");
        }
    }

    private (string Mark, string Word) Describe(PlannedModel model) => model.State switch
    {
        PlanState.New => (ink.Green("+"), ink.Green("new")),
        PlanState.Changed => (ink.Yellow("~"), ink.Yellow(model.WouldTrain ? $"changed since version {model.Previous?.Number}" : "not at its newest training")),
        PlanState.Pending => (ink.Blue("…"), ink.Blue("pending")),
        PlanState.Pinned => (ink.Dim("="), "pinned"),
        PlanState.UpToDate => (ink.Dim("="), ink.Dim($"up to date at version {model.Current?.Number}")),
        _ => (ink.Red("?"), ink.Red("can't be said")),
    };

    private void WriteData(string role, LockedFile? file)
    {
        if (file is not null)
        {
            var tokens = file.Tokens is { } count ? $", {Amount.Of(count, "token")}" : "";
            WriteDetail(role, $"{Amount.Of(file.Examples, "example")}, {Amount.OfBytes(file.Bytes)}{tokens}");
        }
    }

    private void WriteDetail(string name, string text) => output.Write($"    {ink.Dim(name.PadRight(10))} {SafeText.Clean(text)}\n");
}
