using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Suppressing;

/// <summary>A baseline as JSON: one finding a line, so that a diff shows what became old and what was mended.</summary>
internal static class BaselineText
{
    private static readonly JsonTypes Plain = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static byte[] Of(Baseline baseline)
    {
        var text = new StringBuilder($$"""{"version": {{Baseline.Version}}, "findings": [""");
        var separator = "\n";
        foreach (var (id, count) in baseline.Entries.OrderBy(entry => entry.Key.SortKey, StringComparer.Ordinal))
        {
            text.Append(separator).Append($$"""  {"path": {{Quoted(id.Path)}}, "rule": {{Quoted(id.Rule)}}""");
            text.Append(id.Example is null ? "" : $$""", "example": {{Quoted(id.Example)}}""");
            text.Append(id.At is null ? "" : $$""", "at": {{Quoted(id.At)}}""");
            text.Append(count == 1 ? "}" : $$""", "count": {{count}}}""");
            separator = ",\n";
        }
        return Encoding.UTF8.GetBytes(text.Append("\n]}\n").ToString());
    }

    public static BaselineReading Read(string path, byte[] bytes)
    {
        if (JsonFile.Read(bytes, out var stop) is not { } json)
        {
            return new(null, $"the baseline is not JSON (line {stop.Line}); merge markers may have stayed in it: finetune lint --update-baseline writes a removed one anew");
        }
        if (json.LoneSurrogate is not null)
        {
            return new(null, "the baseline holds half a character in an escape; finetune lint --update-baseline writes a removed one anew");
        }
        if (json.Root.Find("version"u8) is not { } version || json.Root.Find("findings"u8) is not { Kind: JsonKind.Array } findings)
        {
            return new(null, "the file is no baseline: that has \"version\" and a list \"findings\"");
        }
        if (Number(version) != Baseline.Version)
        {
            return new(null, $"the baseline has version {SafeText.Quote(Encoding.UTF8.GetString(version.Raw))}; this build knows {Baseline.Version}");
        }
        var (entries, position) = (new Dictionary<FindingId, int>(), 0);
        foreach (var finding in findings.Items)
        {
            position++;
            if (TryRead(finding) is not { } entry)
            {
                return new(null, $"entry {position} of the baseline's findings is none: it needs \"path\" and \"rule\", and may have \"example\", \"at\" and a \"count\" from 1");
            }
            // Two branches that both took a finding into the baseline leave it there twice.
            entries[entry.Id] = Math.Max(entries.GetValueOrDefault(entry.Id), entry.Count);
        }
        return new(new Baseline(path, entries), null);
    }

    private static (FindingId Id, int Count)? TryRead(PlacedValue entry)
    {
        var count = entry.Find("count"u8) is { } written ? Number(written) : 1;
        return count >= 1 && Text(entry, "path"u8) is { } path && Text(entry, "rule"u8) is { } rule
            ? (new FindingId(path, rule, Text(entry, "example"u8), Text(entry, "at"u8)), count.Value)
            : null;
    }

    private static int? Number(PlacedValue value) =>
        value.Kind == JsonKind.Number && int.TryParse(value.Raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Text(PlacedValue entry, ReadOnlySpan<byte> name) => entry.Find(name) is { Kind: JsonKind.String } text ? text.Text : null;

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Plain.String);
}
