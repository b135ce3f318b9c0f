using System.Text.Json;
using FineTune.Core.Catalog;
using FineTune.Core.Counting;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Findings;
using FineTune.Core.Linting;
using FineTune.Core.Reporting;
using FineTune.Core.Reporting.Formats;

namespace FineTune.Tool.Json;

/// <summary>Writes what datasets are like as JSON: its form is described by <c>docs/formats/stats.schema.json</c> and has a version.</summary>
internal static class StatsJson
{
    private const int Form = 1;

    /// <summary>Writes it.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="relative">A path as machines read it.</param>
    /// <param name="report">What linting found.</param>
    /// <param name="all">The datasets.</param>
    public static void Write(TextWriter output, Func<string, string> relative, LintReport report, IReadOnlyList<DatasetStatistics> all)
    {
        using var document = new JsonOutput(output);
        var json = document.Json;
        json.WriteStartObject();
        json.WriteNumber("version", Form);
        json.WriteStartObject("findings");
        json.WriteNumber("errors", report.Count(Severity.Error));
        json.WriteNumber("warnings", report.Count(Severity.Warning));
        json.WriteNumber("infos", report.Count(Severity.Info));
        json.WriteEndObject();
        document.WriteObjects("datasets", all, one => Write(json, relative, one));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Func<string, string> relative, DatasetStatistics one)
    {
        var (data, tokens, census) = (one.Data, one.Tokens, one.Census);
        json.WriteKnown("model", data.Model);
        json.WriteString("role", data.Role.Name());
        json.WriteString("profile", data.Profile);
        json.WriteString("method", data.Method.Name());
        json.WriteKnown("base_model", data.BaseModel?.Id);
        json.WriteString("encoding", one.Encoding);
        json.WriteStrings("files", data.Files.Select(file => relative(file.Path)));
        json.WriteNumber("bytes", data.Files.Sum(file => file.Bytes));
        json.WriteNumber("examples", data.Examples);
        json.WriteNumber("counted_examples", census.Examples);
        json.WriteNumber("content_tokens", tokens.Content);
        json.WriteNumber("billable_tokens", tokens.Billable);
        json.WriteNumber("trained_tokens", tokens.Trained);
        json.WriteNumber("total_tokens", census.TotalTokens);
        json.WriteStrings("estimates", one.Estimates);
        WriteSpread(json, "tokens_per_example", census.Tokens);
        WriteSpread(json, "turns_per_example", census.Turns);
        json.WriteStartObject("messages");
        foreach (var (role, messages) in census.Roles)
        {
            json.WriteNumber(role, messages);
        }
        json.WriteEndObject();
        json.WriteNumber("examples_with_tools", census.WithTools);
        json.WriteNumber("examples_with_images", census.WithImages);
        WriteCut(json, one);
        WriteCost(json, one.Quote);
    }

    private static void WriteCut(Utf8JsonWriter json, DatasetStatistics one)
    {
        json.WriteStartObject("truncated");
        if (one.Limit is { } limit)
        {
            json.WriteNumber("limit", limit);
        }
        json.WriteNumber("examples", one.Tokens.Truncated);
        json.WriteNumber("tokens", one.CutTokens);
        json.WriteEndObject();
    }

    private static void WriteCost(Utf8JsonWriter json, TrainingQuote? quote)
    {
        if (quote?.Cost is not { } cost)
        {
            json.WriteKnown("cost_unknown", quote?.Unknown);
            return;
        }
        json.WriteStartObject("cost");
        json.WriteNumber("usd", cost.Usd);
        json.WriteNumber("usd_per_epoch", cost.TokensPerEpoch * cost.PricePerMillion / 1_000_000m);
        json.WriteNumber("epochs", cost.Epochs);
        json.WriteNumber("price_per_million", cost.PricePerMillion);
        json.WriteString("price_from", cost.PriceIsOfManifest ? "manifest" : "catalog");
        json.WriteBoolean("exact", cost.IsExact);
        json.WriteEndObject();
    }

    private static void WriteSpread(Utf8JsonWriter json, string name, Distribution? spread)
    {
        if (spread is null)
        {
            return;
        }
        json.WriteStartObject(name);
        json.WriteNumber("min", spread.Min);
        json.WriteNumber("median", spread.Median);
        json.WriteNumber("mean", Math.Round(spread.Mean, 2));
        json.WriteNumber("p90", spread.P90);
        json.WriteNumber("p99", spread.P99);
        json.WriteNumber("max", spread.Max);
        json.WriteEndObject();
    }
}
