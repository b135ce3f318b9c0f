using FineTune.Core.Findings;
using FineTune.Core.Lockfile;
using FineTune.Core.Planning;
using FineTune.Core.Reporting;

namespace FineTune.Tool.Screens;

/// <summary>Shows a plan as a diff is read.</summary>
internal sealed class PlanScreen(TextWriter output, Ansi ink)
{
    /// <summary>Shows the models, then one line that sums up.</summary>
    public void Write(Plan plan)
    {
        var column = plan.Models.Select(model => SafeText.Clean(model.Name).Length).DefaultIfEmpty(0).Max() + 2;
        foreach (var model in plan.Models)
        {
            WriteModel(model, column);
        }
        output.Write($"\n{Sum(plan)}\n");
    }

    /// <summary>One line: <c>1 to train, 2 up to date; about 3.20 USD</c>.</summary>
    public static string Sum(Plan plan)
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
        var sum = string.Join(", ", parts.Where(part => part.Count > 0).Select(part => $"{part.Count} {part.Word}"));
        PlannedModel[] trained = [.. plan.Models.Where(model => model.WouldTrain)];
        return trained.Length == 0 || trained.Any(model => model.Cost is null)
            ? sum
            : $"{sum}; about {trained.Sum(model => model.Cost!.Usd):0.00} USD";
    }

    private void WriteModel(PlannedModel model, int column)
    {
        var (mark, word) = Describe(model);
        var name = SafeText.Clean(model.Name);
        output.Write($"{mark} {ink.Bold(name)}{new string(' ', column - name.Length)}{word}\n");
        if (model.WouldTrain)
        {
            WriteDetail("train", $"{model.LockedProvider.Name}, {model.Model.BaseModel.Value}, {model.Model.Method.ToString().ToLowerInvariant()}");
            WriteData("training", model.Training);
            WriteData("validation", model.Validation);
        }
        foreach (var reason in model.Reasons)
        {
            output.Write($"    {ink.Yellow("~")} {reason}\n");
        }
        if (model is { WouldTrain: true, Cost: { } cost })
        {
            WriteDetail("cost", $"{(cost.IsExact ? "" : "about ")}{cost.Usd:0.00} USD for {Amount.Of(cost.TrainedTokens, "trained token")}");
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
