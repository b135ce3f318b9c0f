using FineTune.Core.Catalog;
using FineTune.Core.Findings;
using FineTune.Core.Lockfile;
using FineTune.Core.Manifest;
using FineTune.Core.Planning;
using FineTune.Tool.Rendering;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FineTune.Tool.Screens;

/// <summary>Shows a plan as a diff is read.</summary>
internal static class PlanScreen
{
    private const int Indent = 4;

    /// <summary>The models, then one line that sums up.</summary>
    public static IRenderable Of(Plan plan)
    {
        var column = plan.Models.Select(model => SafeText.Clean(model.Name).GetCellWidth()).DefaultIfEmpty(0).Max() + 2;
        return new Rows([.. plan.Models.SelectMany(model => Of(model, column)), Paint.Nothing, Paint.Text("Plan:", Paint.Bold).Then($" {PlanSum.Of(plan)}")]);
    }

    private static IEnumerable<IRenderable> Of(PlannedModel model, int column)
    {
        var (mark, color, word, style) = Describe(model);
        yield return new Unbroken(new Grid()
            .AddColumn(new GridColumn { Width = column, Padding = new(0, 0, 2, 0) })
            .AddColumn(new GridColumn { Padding = new(0) })
            .Add(Paint.Text(mark, color).Then(" ").Then(model.Name, Paint.Bold), Paint.Text(word, style)));
        foreach (var reason in model.Reasons)
        {
            yield return Facts.Item(Indent, "~", Paint.Yellow, reason);
        }
        if (!model.WouldTrain)
        {
            if (HostingCost.Of(model.Provider) is { } hosting)
            {
                yield return Facts.Of(Indent).Add("hosting", hosting.Words);
            }
            yield break;
        }
        yield return Training(model);
        if (BudgetGate.Of(model) is { Blocked: true } gate)
        {
            yield return Facts.Item(Indent, "!", Paint.Red, $"a release stops here: {gate.Reason}");
        }
    }

    private static Grid Training(PlannedModel model)
    {
        var facts = Facts.Of(Indent);
        facts.Add("train", $"{model.LockedProvider.Name}, {model.Model.BaseModel.Value}, {model.Model.Method.Name()}");
        AddData("training", model.Training);
        AddData("validation", model.Validation);
        if (model.Cost is { } cost)
        {
            var price = $"{cost.PricePerMillion:0.00##} USD a million{(cost.PriceIsOfManifest ? " (manifest)" : "")}";
            facts.Add("cost", $"{PlanSum.Amount(model)}: {Amount.Of(cost.TokensPerEpoch, "token")} × {Amount.Of(cost.Epochs, "epoch")} × {price}");
        }
        else if (model.CostUnknown is { } unknown && model.Provider.Kind is not (ProviderKind.Emulator or ProviderKind.Exec))
        {
            facts.Add("cost", $"not known: {unknown}");
        }
        if (HostingCost.Of(model.Provider) is { } hosting)
        {
            facts.Add("hosting", hosting.Words);
        }
        if (model.Provider.TrainingType is null && ProfileCatalog.Find(model.Provider.Profile)?.Host.WithoutTrainingType is { } words)
        {
            facts.Add("tier", $"training_type is left out: {words}");
        }
        return model.Estimates.Count > 0 ? facts.Add("estimated", $"{EstimateText.Of(model.Estimates)}; the rest is exact") : facts;

        void AddData(string role, LockedFile? file)
        {
            if (file is not null)
            {
                var tokens = file.Tokens is { } count ? $", {Amount.Of(count, "token")}" : "";
                facts.Add(role, $"{Amount.Of(file.Examples, "example")}, {Amount.OfBytes(file.Bytes)}{tokens}");
            }
        }
    }

    private static (string Mark, Style Color, string Word, Style Style) Describe(PlannedModel model) => model.State switch
    {
        PlanState.New => ("+", Paint.Green, "new", Paint.Green),
        PlanState.Changed => ("~", Paint.Yellow, model.WouldTrain ? $"changed since version {model.Previous?.Number}" : "not at its newest training", Paint.Yellow),
        PlanState.Pending => ("…", Paint.Blue, "pending", Paint.Blue),
        PlanState.Pinned => ("=", Paint.Dim, "pinned", Style.Plain),
        PlanState.UpToDate => ("=", Paint.Dim, $"up to date at version {model.Current?.Number}", Paint.Dim),
        _ => ("?", Paint.Red, "can't be said", Paint.Red),
    };
}
