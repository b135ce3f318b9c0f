using FineTune.Core.Findings;
using FineTune.Core.Planning;
using FineTune.Core.Reporting.Formats;
using FineTune.Tool.Rendering;

namespace FineTune.Tool.Screens;

/// <summary>Writes a plan as Markdown, for a step summary or a comment.</summary>
internal sealed class PlanTable(TextWriter output)
{
    /// <summary>Writes it.</summary>
    public void Write(Plan plan)
    {
        output.Write($"### Fine-tuning plan\n\n{PlanSum.Of(plan)}\n\n");
        output.Write("| Model | State | Training | Validation | Tokens | Cost | Estimated in it | Why |\n| --- | --- | --: | --: | --: | --: | --- | --- |\n");
        foreach (var model in plan.Models)
        {
            var trains = model is { WouldTrain: true };
            string[] cells =
            [
                model.Name,
                PlanText.NameOf(model.State).Replace('_', ' '),
                $"{model.Training?.Examples:N0}",
                $"{model.Validation?.Examples:N0}",
                trains ? $"{model.Cost?.TrainedTokens:N0}" : "",
                !trains ? "" : model.Cost is null ? "not known" : PlanSum.Amount(model),
                trains ? EstimateText.Of(model.Estimates) : "",
                string.Join("; ", [.. model.Reasons, .. BudgetGate.Of(model) is { Blocked: true } gate ? [$"a release stops here: {gate.Reason}"] : Array.Empty<string>()]),
            ];
            output.Write($"| {string.Join(" | ", cells.Select(cell => MarkdownText.Escape(SafeText.Clean(cell))))} |\n");
        }
        foreach (var (model, hosting) in plan.Models.Select(model => (model, HostingCost.Of(model.Provider))).Where(hosted => hosted.Item2 is not null))
        {
            output.Write($"\nHosting of {MarkdownText.Escape(SafeText.Clean(model.Name))}: {hosting!.Words}.\n");
        }
    }
}
