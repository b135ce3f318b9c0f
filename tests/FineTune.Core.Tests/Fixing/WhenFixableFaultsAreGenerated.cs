using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FineTune.Core.Tests.Fixing;

/// <summary>What <c>fix</c> says that it fixes, <c>lint</c> does not find afterwards, wherever it was and beside whatever else.</summary>
public class WhenFixableFaultsAreGenerated
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Pretty = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    private static readonly string[] Codes = ["FT1003", "FT1004", "FT1005", "FT1007", "FT2026", "FT2031", "FT2001", "FT2003", "FT4001", "FT4009"];

    /// <summary>Faults of a line, by the rule that finds them; each takes a number that makes its example like no other.</summary>
    private static readonly (string Code, string Name, Func<int, string> Line)[] Faults =
    [
        ("FT1005", "comma in a list", i => Sound(i).Replace("}]}", "}, ]}", StringComparison.Ordinal)),
        ("FT1005", "comma in an object", i => Sound(i)[..^1] + ",}"),
        ("FT1005", "comma after the object", i => Sound(i) + " ,"),
        ("FT1005", "two objects", i => Sound(i) + " " + Sound(i + 1_000_000)),
        ("FT2026", "arguments as an object", i => Call(i, new JsonObject { ["city"] = "Oslo \"x\"", ["n"] = i })),
        ("FT2026", "arguments encoded twice", i => Call(i, JsonSerializer.Serialize($"{{\"city\": \"Bergen\", \"n\": {i}}}", Plain))),
        ("FT2031", "functions", i => """{"messages": [{"role": "user", "content": "Weather NUMBER?"}, {"role": "assistant", "content": null, "function_call": {"name": "f", "arguments": "{\"n\": NUMBER}"}}, {"role": "function", "name": "f", "content": "NUMBER degrees"}, {"role": "assistant", "content": "It is NUMBER."}], "functions": [{"name": "f", "parameters": {"type": "object", "properties": {"n": {"type": "integer"}}}}]}""".Replace("NUMBER", $"{i}", StringComparison.Ordinal)),
        ("FT2003", "ShareGPT", i => $$"""{"conversations": [{"from": "system", "value": "S"}, {"from": "human", "value": "Question {{i}}"}, {"from": "gpt", "value": "Answer {{i}}"}]}"""),
        ("FT2003", "Alpaca", i => $$"""{"instruction": "Translate {{i}}", "input": "hei", "output": "hi {{i}}"}"""),
        ("FT2003", "template text", i => $$"""{"text": "<|im_start|>user\nQuestion {{i}}<|im_end|>\n<|im_start|>assistant\nAnswer {{i}}<|im_end|>\n"}"""),
        ("FT2003", "Gemini", i => $$"""{"contents": [{"role": "user", "parts": [{"text": "Question {{i}}"}]}, {"role": "model", "parts": [{"text": "Answer {{i}}"}]}]}"""),
        ("FT2003", "Converse", i => $$"""{"schemaVersion": "bedrock-conversation-2024", "messages": [{"role": "user", "content": [{"text": "Question {{i}}"}]}, {"role": "assistant", "content": [{"text": "Answer {{i}}"}]}]}"""),
        ("FT4001", "twice", i => Sound(i) + "\n" + Sound(i)),
        ("FT4009", "mojibake", i => Sound(i).Replace("Answer", "The cafÃ© is open, itâ€™s fine:", StringComparison.Ordinal)),
    ];

    public static TheoryData<int> Kinds => [.. Enumerable.Range(0, Faults.Length)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void OneKindIsGone(int kind)
    {
        var (code, name, line) = Faults[kind];
        for (var seed = 1; seed <= 5; seed++)
        {
            var random = new Random(seed);
            var count = random.Next(12, 40);
            var text = Join(random, Enumerable.Range(0, count).Select(i => i % 5 == seed % 5 ? line(i) : Sound(i)));
            using var file = new FixedFile(text) { Unsafe = code is "FT4001" or "FT4009", Convert = code == "FT2003" };
            file.Codes().ShouldContain(code, name);

            IsClean(file, [code], name);
        }
    }

    [Fact]
    public void AllKindsTogetherAreGone()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var random = new Random(seed);
            var lines = Enumerable.Range(0, random.Next(10, 60)).Select(i => random.Next(3) == 0 ? Sound(i) : Faults[random.Next(Faults.Length)].Line(i)).ToList();
            using var file = new FixedFile((seed % 3 == 0 ? "\uFEFF" : "") + Join(random, lines)) { Unsafe = true, Convert = true };

            IsClean(file, Codes, $"seed {seed}");
        }
    }

    [Fact]
    public void NoneIsLeftInADocument()
    {
        var objects = Faults.Where(fault => fault.Code is not ("FT1005" or "FT4001")).ToList();
        for (var seed = 1; seed <= 20; seed++)
        {
            var random = new Random(seed);
            var list = new JsonArray([.. Enumerable.Range(0, random.Next(2, 30)).Select(i => JsonNode.Parse(random.Next(3) == 0 ? Sound(i) : objects[random.Next(objects.Count)].Line(i)))]);
            var text = (seed % 4) switch
            {
                0 => list.ToJsonString(Plain),
                1 => list.ToJsonString(Pretty),
                2 => string.Join('\n', list.Select(item => item!.ToJsonString(Pretty))),
                _ => list.ToJsonString(Pretty).Replace("\n]", ",\n]", StringComparison.Ordinal),
            };
            using var file = new FixedFile(text) { Unsafe = true, Convert = true };
            file.Codes().ShouldBe(["FT1004"], $"seed {seed}");

            IsClean(file, Codes, $"seed {seed}");
            file.Text.Count(c => c == '\n').ShouldBe(list.Count);
        }
    }

    private static void IsClean(FixedFile file, string[] codes, string name)
    {
        var fix = file.Fix();

        fix.Fault.ShouldBeNull(name);
        fix.Left.ShouldBeEmpty(name);
        file.Codes().Intersect(codes).ShouldBeEmpty($"{name}\n{file.Text}");
        file.Fix().Lines.ShouldBe(0, name);
    }

    /// <summary>Lines with either line end, and in a file of several kinds blank ones between.</summary>
    private static string Join(Random random, IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.Append(line).Append(random.Next(4) == 0 ? "\r\n" : "\n").Append(random.Next(6) == 0 ? " \t\n" : "");
        }
        return text.ToString();
    }

    private static string Sound(int i) => $$"""{"messages": [{"role": "user", "content": "Question {{i}}"}, {"role": "assistant", "content": "Answer {{i}}"}]}""";

    private static string Call(int i, JsonNode arguments) => new JsonObject
    {
        ["messages"] = new JsonArray(
            new JsonObject { ["role"] = "user", ["content"] = $"Weather {i}?" },
            new JsonObject
            {
                ["role"] = "assistant",
                ["tool_calls"] = new JsonArray(new JsonObject { ["id"] = "c1", ["type"] = "function", ["function"] = new JsonObject { ["name"] = "f", ["arguments"] = arguments } }),
            },
            new JsonObject { ["role"] = "tool", ["tool_call_id"] = "c1", ["content"] = $"{i} degrees" },
            new JsonObject { ["role"] = "assistant", ["content"] = $"It is {i}." }),
        ["tools"] = JsonNode.Parse("""[{"type": "function", "function": {"name": "f", "parameters": {"type": "object"}}}]"""),
    }.ToJsonString(Plain);
}
