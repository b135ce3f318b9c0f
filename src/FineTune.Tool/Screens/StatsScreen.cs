using FineTune.Core.Counting;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Findings;
using FineTune.Core.Planning;
using FineTune.Tool.Rendering;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FineTune.Tool.Screens;

/// <summary>Shows what datasets are like, one after the other.</summary>
/// <param name="show">How a path is shown.</param>
internal sealed class StatsScreen(Func<string, string> show)
{
    private const int Indent = 2;

    /// <summary>All of them.</summary>
    public IRenderable Of(IReadOnlyList<DatasetStatistics> all) => new Rows(all.SelectMany((one, i) => i > 0 ? Of(one).Prepend(Paint.Nothing) : Of(one)));

    /// <summary>A dataset's name: <c>support-bot, training</c>, or its file.</summary>
    public static string NameOf(DatasetReport data, Func<string, string> show) => data.Model is { } model
        ? $"{SafeText.Clean(model)}, {data.Role.Name()}"
        : string.Join(", ", data.Files.Select(file => show(file.Path)));

    private IEnumerable<IRenderable> Of(DatasetStatistics one)
    {
        yield return Paint.Text(NameOf(one.Data, show), Paint.Bold);
        yield return Counts(one);
        if (one.Census.Tokens is { Buckets.Count: > 1 } spread)
        {
            yield return Histogram(spread);
        }
        if (Price(one) is { Rows.Count: > 0 } price)
        {
            yield return price;
        }
    }

    private Grid Counts(DatasetStatistics one)
    {
        var (data, census, tokens) = (one.Data, one.Census, one.Tokens);
        var facts = Facts.Of(Indent);
        if (data.Model is not null && data.Files.Count > 0)
        {
            facts.Add("files", data.Files.Count > 3 ? Amount.Of(data.Files.Count, "file") : string.Join(", ", data.Files.Select(file => show(file.Path))));
        }
        var unread = data.Examples - census.Examples;
        facts.Add("examples", $"{data.Examples:N0}, {Amount.OfBytes(data.Files.Sum(file => file.Bytes))}{(unread > 0 ? $"; {unread:N0} can't be counted" : "")}");
        if (census.Roles.Count > 0)
        {
            facts.Add("messages", string.Join(", ", census.Roles.Select(role => $"{role.Role} {role.Messages:N0}")));
            facts.Add("turns", Spread(census.Turns));
        }
        if (census.WithTools > 0 || census.WithImages > 0)
        {
            facts.Add("with", string.Join(", ", new[] { census.WithTools > 0 ? $"tools {census.WithTools:N0}" : null, census.WithImages > 0 ? $"images {census.WithImages:N0}" : null }.OfType<string>()));
        }
        facts.Add("tokens", $"{tokens.Billable:N0} billable: {tokens.Content:N0} of contents, {tokens.Trained:N0} learned ({one.Encoding})");
        return facts.Add("each", Spread(census.Tokens));
    }

    private static Grid Histogram(Distribution spread)
    {
        var most = spread.Buckets.Max(bucket => bucket.Count);
        var bars = new Grid()
            .AddColumn(new GridColumn { Alignment = Justify.Right, NoWrap = true, Padding = new(Indent + Facts.Name + 1, 0, 2, 0) })
            .AddColumn(new GridColumn { Padding = new(0) });
        foreach (var bucket in spread.Buckets)
        {
            bars.Add(Paint.Text($"{bucket.From:N0}–{bucket.To:N0}"), new Bar(bucket.Count, most));
        }
        return bars;
    }

    private static Grid Price(DatasetStatistics one)
    {
        var facts = Facts.Of(Indent);
        if (one.Limit is { } limit)
        {
            var share = one.Census.Examples == 0 ? 0 : 100.0 * one.Tokens.Truncated / one.Census.Examples;
            _ = one.Tokens.Truncated == 0
                ? facts.Add("cut", $"none is over the limit of {limit:N0} tokens")
                : facts.Add("cut", $"{Amount.Of(one.Tokens.Truncated, "example")} ({share:0.##} %) at {limit:N0} tokens, which drops {Amount.Of(one.CutTokens, "token")}", Paint.Yellow);
        }
        if (one.Quote is { Cost: { } cost })
        {
            var about = cost.IsExact ? "" : "about ";
            facts.Add("cost", $"{about}{cost.TokensPerEpoch * cost.PricePerMillion / 1_000_000m:0.00####} USD an epoch, {about}{Money.Of(cost.Usd)} for {Amount.Of(cost.Epochs, "epoch")} at {cost.PricePerMillion:0.00##} USD a million tokens");
        }
        else if (one.Quote is { Unknown: { } unknown } && (one.Data.Model is not null || one.Data.BaseModel is not null))
        {
            facts.Add("cost", $"not known: {unknown}");
        }
        return one.Estimates.Count > 0 ? facts.Add("estimated", $"{EstimateText.Of(one.Estimates)}; the rest is exact") : facts;
    }

    private static string Spread(Distribution? spread) => spread is null
        ? "none"
        : $"min {spread.Min:N0}, median {spread.Median:#,0.#}, p90 {spread.P90:N0}, p99 {spread.P99:N0}, max {spread.Max:N0}";
}
