using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using FineTune.Core.Catalog;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting;
using FineTune.Core.Linting.Engine;

namespace FineTune.Fuzz.Targets;

/// <summary>The linter over a dataset: every finding lies in its line, and what is JSON is so by two parsers.</summary>
internal sealed class DatasetTarget : FuzzTarget
{
    private static readonly string[] Profiles = ["generic", "openai", "azure", "together", "fireworks", "mistral", "nebius", "bedrock", "bedrock_reinforcement", "gemini", "axolotl", "llama_factory", "trl"];

    private static readonly TuningMethod?[] Methods = [null, TuningMethod.Supervised, TuningMethod.Dpo, TuningMethod.Reinforcement, TuningMethod.Completion];

    public override string Name => "dataset";

    public override IReadOnlyList<byte[]> Seeds => Chats.Lines;

    public override IReadOnlyList<string> Words => Chats.Words;

    public override int Lines => 500;

    public override void Run(byte[] input)
    {
        using var file = new ScratchFile("data.jsonl", input);
        // The input chooses, so that it fails again when it is run again.
        var round = input.Length;
        var report = Linter.Lint(new LintRequest
        {
            Paths = [file.Path],
            Profile = Profiles[round % Profiles.Length],
            Method = Methods[round % Methods.Length],
            Deep = true,
            WithTokens = round % 4 == 0,
            Today = new DateOnly(2026, 11, 22),
        });
        var lines = LinesOf(input);
        foreach (var finding in report.Findings)
        {
            Check(finding, lines);
        }
        foreach (var line in lines)
        {
            Compare(line);
        }
    }

    private static void Check(Finding finding, List<byte[]> lines)
    {
        var (start, end) = (finding.Range.Start, finding.Range.End);
        Require(start.Line >= 1 && start.Line <= Math.Max(lines.Count, 1), $"no such line: {finding}");
        var length = lines.Count == 0 ? 0 : Encoding.UTF8.GetString(lines[start.Line - 1]).Length;
        Require(start.Column <= length + 1 && end.Column >= start.Column && end.Column <= length + 1, $"not in its line of {length}: {finding}");
        Require(finding.Message.Length is > 0 and < 2000 && !finding.Message.Any(char.IsControl), $"message: {finding}");
    }

    /// <summary>Our parser and the platform's agree on what is JSON.</summary>
    private static void Compare(byte[] line)
    {
        if (!Utf8.IsValid(line))
        {
            return;
        }
        var fault = new JsonTape().Parse(line);
        var reader = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = JsonTape.MaxDepth });
        var isJson = true;
        try
        {
            while (reader.Read())
            {
            }
        }
        catch (JsonException)
        {
            isJson = false;
        }
        Require(fault.Kind == JsonFaultKind.None == isJson, $"one parser says {fault}, the other {(isJson ? "JSON" : "no JSON")}: {Encoding.UTF8.GetString(line)}");
    }

    private static List<byte[]> LinesOf(byte[] input)
    {
        var lines = new List<byte[]>();
        for (var start = 0; start < input.Length;)
        {
            var newline = input.AsSpan(start).IndexOf((byte)'\n');
            var end = newline < 0 ? input.Length : start + newline;
            lines.Add(input.AsSpan(start, end - start).TrimEnd((byte)'\r').ToArray());
            start = end + 1;
        }
        return lines;
    }
}
