using FineTune.Core.Planning;
using FineTune.Core.Reporting;

namespace FineTune.Tool.Screens;

/// <summary>Writes a plan as Markdown, for a step summary or a comment.</summary>
internal sealed class PlanTable(TextWriter output)
{
    /// <summary>Writes it.</summary>
    public void Write(Plan plan)
    {
        output.Write($"### Fine-tuning plan\n\n{PlanScreen.Sum(plan)}\n\n");
        output.Write("| Model | State | Training | Validation | Cost | Why |\n| --- | --- | --: | --: | --: | --- |\n");
        foreach (var model in plan.Models)
        {
            var cost = model is { WouldTrain: true, Cost: { } known } ? $"{known.Usd:0.00} USD" : "";
            output.Write($"| {MarkdownText.Escape(model.Name)} | {PlanText.NameOf(model.State).Replace('_', ' ')} | {model.Training?.Examples:N0} | {model.Validation?.Examples:N0} | {cost} | {MarkdownText.Escape(string.Join("; ", model.Reasons))} |\n");
        }
    }
}
