using FineTune.Core.Counting;
using FineTune.Core.Findings;
using FineTune.Core.Planning;
using FineTune.Core.Reporting.Formats;
using FineTune.Tool.Rendering;

namespace FineTune.Tool.Screens;

/// <summary>Writes what datasets are like as Markdown, for a step summary or a comment.</summary>
internal static class StatsTable
{
    /// <summary>Writes it.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="show">How a path is shown.</param>
    /// <param name="all">The datasets.</param>
    public static void Write(TextWriter output, Func<string, string> show, IReadOnlyList<DatasetStatistics> all)
    {
        output.Write("### Fine-tuning data\n\n");
        output.Write("| Dataset | Examples | Turns (median) | Tokens | Content | Learned | Median | p90 | p99 | Max | Cut | Cost | Estimated in it |\n");
        output.Write("| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --- |\n");
        foreach (var one in all)
        {
            var (spread, tokens) = (one.Census.Tokens, one.Tokens);
            string[] cells =
            [
                StatsScreen.NameOf(one.Data, show),
                $"{one.Data.Examples:N0}",
                $"{one.Census.Turns?.Median:#,0.#}",
                $"{tokens.Billable:N0}",
                $"{tokens.Content:N0}",
                $"{tokens.Trained:N0}",
                $"{spread?.Median:#,0.#}",
                $"{spread?.P90:N0}",
                $"{spread?.P99:N0}",
                $"{spread?.Max:N0}",
                $"{tokens.Truncated:N0}",
                one.Quote?.Cost is { } cost ? $"{(cost.IsExact ? "" : "about ")}{Money.Of(cost.Usd)} ({Amount.Of(cost.Epochs, "epoch")})" : "",
                EstimateText.Of(one.Estimates),
            ];
            output.Write($"| {string.Join(" | ", cells.Select(cell => MarkdownText.Escape(SafeText.Clean(cell))))} |\n");
        }
    }
}
