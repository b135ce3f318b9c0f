using FineTune.Core.Counting;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Planning;
using FineTune.Tool.CommandLine;

namespace FineTune.Tool.Screens;

/// <summary>Shows what datasets are like, one after the other.</summary>
internal sealed class StatsScreen(Invocation call)
{
    private const int LongestBar = 40;

    private readonly TextWriter output = call.Text;

    /// <summary>Shows them.</summary>
    public void Write(IReadOnlyList<DatasetStatistics> all)
    {
        for (var i = 0; i < all.Count; i++)
        {
            output.Write(i > 0 ? "\n" : "");
            Write(all[i]);
        }
    }

    /// <summary>A dataset's name: <c>support-bot, training</c>, or its file.</summary>
    public static string NameOf(DatasetReport data, Func<string, string> show) => data.Model is { } model
        ? $"{SafeText.Clean(model)}, {data.Role.Name()}"
        : string.Join(", ", data.Files.Select(file => show(file.Path)));

    private void Write(DatasetStatistics one)
    {
        var (data, census, tokens) = (one.Data, one.Census, one.Tokens);
        output.Write($"{call.Ink.Bold(NameOf(data, call.Show))}\n");
        if (data.Model is not null && data.Files.Count > 0)
        {
            Row("files", data.Files.Count > 3 ? Amount.Of(data.Files.Count, "file") : string.Join(", ", data.Files.Select(file => call.Show(file.Path))));
        }
        var unread = data.Examples - census.Examples;
        Row("examples", $"{data.Examples:N0}, {Amount.OfBytes(data.Files.Sum(file => file.Bytes))}{(unread > 0 ? $"; {unread:N0} can't be counted" : "")}");
        if (census.Roles.Count > 0)
        {
            Row("messages", string.Join(", ", census.Roles.Select(role => $"{role.Role} {role.Messages:N0}")));
            Row("turns", Spread(census.Turns));
        }
        if (census.WithTools > 0 || census.WithImages > 0)
        {
            Row("with", string.Join(", ", new[] { census.WithTools > 0 ? $"tools {census.WithTools:N0}" : null, census.WithImages > 0 ? $"images {census.WithImages:N0}" : null }.OfType<string>()));
        }
        Row("tokens", $"{tokens.Billable:N0} billable: {tokens.Content:N0} of contents, {tokens.Trained:N0} learned ({one.Encoding})");
        Row("each", Spread(census.Tokens));
        WriteHistogram(census.Tokens);
        WriteCut(one);
        WriteCost(one);
    }

    private void WriteHistogram(Distribution? tokens)
    {
        if (tokens is not { Buckets.Count: > 1 } spread)
        {
            return;
        }
        var most = spread.Buckets.Max(bucket => bucket.Count);
        var names = spread.Buckets.Select(bucket => $"{bucket.From:N0}–{bucket.To:N0}").ToArray();
        var room = Math.Clamp(call.Surroundings.Width - names.Max(name => name.Length) - 26, 10, LongestBar);
        for (var i = 0; i < names.Length; i++)
        {
            var count = spread.Buckets[i].Count;
            var bar = new string('█', (int)Math.Ceiling((double)count * room / most));
            output.Write($"{new string(' ', 13)}{names[i].PadLeft(names.Max(name => name.Length))}  {call.Ink.Blue(bar)}{(count > 0 ? " " : "")}{call.Ink.Dim($"{count:N0}")}\n");
        }
    }

    private void WriteCut(DatasetStatistics one)
    {
        if (one.Limit is not { } limit)
        {
            return;
        }
        var share = one.Census.Examples == 0 ? 0 : 100.0 * one.Tokens.Truncated / one.Census.Examples;
        Row("cut", one.Tokens.Truncated == 0
            ? $"none is over the limit of {limit:N0} tokens"
            : call.Ink.Yellow($"{Amount.Of(one.Tokens.Truncated, "example")} ({share:0.##} %) at {limit:N0} tokens, which drops {Amount.Of(one.CutTokens, "token")}"));
    }

    private void WriteCost(DatasetStatistics one)
    {
        if (one.Quote is { Cost: { } cost })
        {
            var about = cost.IsExact ? "" : "about ";
            Row("cost", $"{about}{cost.TokensPerEpoch * cost.PricePerMillion / 1_000_000m:0.00####} USD an epoch, {about}{Money.Of(cost.Usd)} for {Amount.Of(cost.Epochs, "epoch")} at {cost.PricePerMillion:0.00##} USD a million tokens");
        }
        else if (one.Quote is { Unknown: { } unknown } && (one.Data.Model is not null || one.Data.BaseModel is not null))
        {
            Row("cost", $"not known: {unknown}");
        }
        if (one.Estimates.Count > 0)
        {
            Row("estimated", $"{EstimateText.Of(one.Estimates)}; the rest is exact");
        }
    }

    private static string Spread(Distribution? spread) => spread is null
        ? "none"
        : $"min {spread.Min:N0}, median {spread.Median:#,0.#}, p90 {spread.P90:N0}, p99 {spread.P99:N0}, max {spread.Max:N0}";

    private void Row(string name, string text) => output.Write($"  {call.Ink.Dim(name.PadRight(10))} {text}\n");
}
