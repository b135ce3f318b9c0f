using FineTune.Core.Files;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Suppressing;

/// <summary>A baseline as JSON: one finding a line, so that a diff shows what became old and what was mended.</summary>
internal static class BaselineText
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
        try
        {
            using var document = JsonDocument.Parse(bytes.AsMemory(Utf8Mark.LengthOf(bytes)));
            return Read(path, document.RootElement);
        }
        catch (JsonException fault)
        {
            return new(null, $"the baseline is not JSON (line {(fault.LineNumber ?? 0) + 1}); merge markers may have stayed in it: finetune lint --update-baseline writes a removed one anew");
        }
        catch (InvalidOperationException)
        {
            return new(null, "the baseline holds half a character in an escape; finetune lint --update-baseline writes a removed one anew");
        }
    }

    private static BaselineReading Read(string path, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("version", out var version)
            || !root.TryGetProperty("findings", out var findings)
            || findings.ValueKind != JsonValueKind.Array)
        {
            return new(null, "the file is no baseline: that has \"version\" and a list \"findings\"");
        }
        if (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != Baseline.Version)
        {
            return new(null, $"the baseline has version {SafeText.Quote(version.GetRawText())}; this build knows {Baseline.Version}");
        }
        var (entries, position) = (new Dictionary<FindingId, int>(), 0);
        foreach (var finding in findings.EnumerateArray())
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

    private static (FindingId Id, int Count)? TryRead(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object || Text(entry, "path") is not { } path || Text(entry, "rule") is not { } rule)
        {
            return null;
        }
        var count = 1;
        if (entry.TryGetProperty("count", out var written) && (written.ValueKind != JsonValueKind.Number || !written.TryGetInt32(out count) || count < 1))
        {
            return null;
        }
        return (new FindingId(path, rule, Text(entry, "example"), Text(entry, "at")), count);
    }

    private static string? Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Plain);
}
