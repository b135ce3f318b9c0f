using System.Text;
using System.Text.Json;
using FineTune.Core.Findings;

namespace FineTune.Core.Reporting.Formats;

/// <summary>SARIF 2.1.0, as code scanning reads it: rules with their help, and fingerprints that survive moved lines.</summary>
internal sealed class SarifFormat : IReportFormat
{
    // GitHub refuses a run with more results.
    private const int MostResults = 25_000;

    public string Name => "sarif";

    public bool IsDocument => true;

    public void Write(ReportContent content, TextWriter output)
    {
        using var document = new JsonOutput(output);
        var json = document.Json;
        Finding[] findings = content.Lint.Findings.Count > MostResults
            ? [.. content.ErrorsFirst().Take(MostResults)]
            : [.. content.Lint.Findings];
        string[] codes = [.. findings.Select(finding => finding.Code).Distinct().Order(StringComparer.Ordinal)];

        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, content, codes);
        WriteInvocation(json, content.Lint.Findings.Count - findings.Length);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject("SRCROOT");
        WriteText(json, "description", "The folder that paths start from: the repository's root.");
        json.WriteEndObject();
        json.WriteEndObject();
        var fingerprints = new Fingerprints(content);
        document.WriteObjects("results", findings, finding => WriteResult(json, content, finding, Array.BinarySearch(codes, finding.Code, StringComparer.Ordinal), fingerprints.Next(finding)));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, ReportContent content, string[] codes)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "finetune");
        json.WriteString("semanticVersion", content.Version);
        if (content.ToolAddress is { } address)
        {
            json.WriteString("informationUri", address);
        }
        json.WriteStartArray("rules");
        foreach (var code in codes)
        {
            WriteRule(json, content, code);
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, ReportContent content, string code)
    {
        json.WriteStartObject();
        json.WriteString("id", code);
        if (content.FindRule(code) is { } rule)
        {
            json.WriteString("name", rule.Name);
            WriteText(json, "shortDescription", rule.Title);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Level(rule.DefaultSeverity));
            json.WriteEndObject();
        }
        if (HelpLink.Of(code, content.HelpAddress) is { } link)
        {
            json.WriteString("helpUri", link);
        }
        json.WriteStartObject("help");
        json.WriteString("text", $"finetune explain {code}");
        if (content.FindHelp(code) is { } page)
        {
            json.WriteString("markdown", page);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteInvocation(Utf8JsonWriter json, int leftOut)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", true);
        if (leftOut > 0)
        {
            json.WriteStartArray("toolExecutionNotifications");
            json.WriteStartObject();
            json.WriteString("level", "warning");
            WriteText(json, "message", $"{Amount.Of(leftOut, "finding")} left out: a run holds {MostResults:N0} results");
            json.WriteEndObject();
            json.WriteEndArray();
        }
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteResult(Utf8JsonWriter json, ReportContent content, Finding finding, int rule, string fingerprint)
    {
        json.WriteString("ruleId", finding.Code);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", Level(finding.Severity));
        WriteText(json, "message", WithoutLinks(finding.Message));
        WriteLocations(json, content, "locations", finding.Path, [finding.Range]);
        if (finding.Repeats is { } repeats)
        {
            WriteLocations(json, content, "relatedLocations", finding.Path, repeats.Places.Skip(1));
            json.WriteNumber("occurrenceCount", repeats.Count);
        }
        json.WriteStartObject("partialFingerprints");
        json.WriteString("fineTuneExample/v1", fingerprint);
        // The one that GitHub goes by. It would make its own from the first 100 characters of the line, which in a dataset are often
        // the same on every line, so that an example more would make every finding below it a new one.
        json.WriteString("primaryLocationLineHash", $"{fingerprint.AsSpan(0, 16)}:1");
        json.WriteEndObject();
    }

    private static void WriteLocations(Utf8JsonWriter json, ReportContent content, string name, string path, IEnumerable<TextRange> ranges)
    {
        json.WriteStartArray(name);
        foreach (var (start, end) in ranges)
        {
            json.WriteStartObject();
            json.WriteStartObject("physicalLocation");
            WriteArtifact(json, SecretMask.Apply(content.Relative(path)));
            json.WriteStartObject("region");
            json.WriteNumber("startLine", start.Line);
            json.WriteNumber("startColumn", start.Column);
            json.WriteNumber("endLine", end.Line);
            json.WriteNumber("endColumn", end.Column);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteArtifact(Utf8JsonWriter json, string path)
    {
        json.WriteStartObject("artifactLocation");
        if (Path.IsPathRooted(path))
        {
            json.WriteString("uri", "file:///" + Escape(path.TrimStart('/')));
        }
        else
        {
            json.WriteString("uri", Escape(path));
            json.WriteString("uriBaseId", "SRCROOT");
        }
        json.WriteEndObject();
    }

    private static string Escape(string path)
    {
        var bytes = Encoding.UTF8.GetBytes(path);
        var uri = new StringBuilder(bytes.Length);
        foreach (var unit in bytes)
        {
            _ = char.IsAsciiLetterOrDigit((char)unit) || unit is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~' or (byte)'/'
                ? uri.Append((char)unit)
                : uri.Append('%').Append(unit.ToString("X2"));
        }
        return uri.ToString();
    }

    // In a message, [text](address) is a link unless it is escaped.
    private static string WithoutLinks(string message) => message
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("[", "\\[", StringComparison.Ordinal)
        .Replace("]", "\\]", StringComparison.Ordinal);

    private static string Level(Severity severity) => severity is Severity.Info ? "note" : severity.Name();

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
