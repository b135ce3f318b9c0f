using System.Globalization;

namespace FineTune.Core.Tests.Linting;

/// <summary>Lines that have one element over and over, by what it is.</summary>
internal static class RepeatedShapes
{
    private const string User = """{"role": "user", "content": "Is it there?"}""";

    private const string Assistant = """{"role": "assistant", "content": "Yes."}""";

    private const string Tool = """{"type": "function", "function": {"name": "f", "parameters": {"type": "object", "properties": {"a": {"type": "integer"}}}}}""";

    public static IReadOnlyDictionary<string, Func<int, string>> All { get; } = new Dictionary<string, Func<int, string>>(StringComparer.Ordinal)
    {
        ["keys of a line"] = n => Line("", Many(n, """, "key#": 1""")),
        ["the same key of a line"] = n => Line("", Many(n, """, "x": 1""")),
        ["the key messages"] = n => Line("", Many(n, """, "messages": []""")),
        ["keys of a line twice"] = n => Line("", Many(n / 2, """, "key#": 1, "key#": 2""")),
        ["keys of a line that are null"] = n => Line("", Many(n, """, "key#": null""")),
        ["keys of a message"] = n => Line($$""", {"role": "user", "content": "a"{{Many(n, """, "key#": 1""")}}}"""),
        ["keys of a message that are null"] = n => Line(Many(n, """, {"role": "user", "content": "a", "name": null}""")),
        ["messages"] = n => Line(Many(n / 2, $", {User}, {Assistant}")),
        ["messages of no role"] = n => Line(Many(n, """, {"role": "x", "content": "a"}""")),
        ["messages without anything"] = n => Line(Many(n, ", {}")),
        ["names that hosts refuse"] = n => Line(Many(n, """, {"role": "user", "content": "a", "name": "a b"}""")),
        ["parts"] = n => Line($$""", {"role": "user", "content": [{"type": "text", "text": "a"}{{Many(n, """, {"type": "text", "text": ""}""")}}]}"""),
        ["parts of no type that is known"] = n => Line($$""", {"role": "user", "content": [1{{Many(n, """, {"type": "x#"}""")}}]}"""),
        ["images"] = n => Line($$""", {"role": "user", "content": [{"type": "text", "text": "a"}{{Many(n, """, {"type": "image_url", "image_url": {"url": "https://cairn-kettle.com/a.png"}}""")}}]}"""),
        ["tools"] = n => Line("", $$""", "tools": [{{Tool}}{{Many(n, """, {"type": "function", "function": {"name": "g#"}}""")}}]"""),
        ["the same tool"] = n => Line("", $", \"tools\": [{Tool}{Many(n, ", " + Tool)}]"),
        ["calls"] = n => Line(Calls(n, "f", "{}"), $", \"tools\": [{Tool}]"),
        ["calls of the same ID"] = n => Line(Calls(n, "f", "{}", "c"), $", \"tools\": [{Tool}]"),
        ["calls that do not match"] = n => Line(Calls(n, "f", """{\"a\": \"#\"}"""), $", \"tools\": [{Tool}]"),
        ["calls that are not JSON"] = n => Line(Calls(n, "f", "{a"), $", \"tools\": [{Tool}]"),
        ["calls of tools that are not declared"] = n => Line(Calls(n / 2, "tooool#", "{}"), $$""", "tools": [{{Tool}}{{Many(n / 2, """, {"type": "function", "function": {"name": "tool#"}}""")}}]"""),
        ["results"] = n => Line(Calls(n / 2, "f", "{}") + Many(n / 2, """, {"role": "tool", "tool_call_id": "c#", "content": "1"}"""), $", \"tools\": [{Tool}]"),
        ["results of no call"] = n => Line(Calls(n / 2, "f", "{}") + Many(n / 2, """, {"role": "tool", "tool_call_id": "x#", "content": "1"}"""), $", \"tools\": [{Tool}]"),
        ["results from the last on"] = n => Line(Calls(n / 2, "f", "{}") + string.Concat(Enumerable.Range(0, n / 2).Select(i => $$""", {"role": "tool", "tool_call_id": "c{{n / 2 - 1 - i}}", "content": "1"}""")), $", \"tools\": [{Tool}]"),
        ["results that name no call"] = n => Line(Calls(n / 2, "f", "{}") + Many(n / 2, """, {"role": "tool", "content": "1"}"""), $", \"tools\": [{Tool}]"),
        ["a call and its result"] = n => Line(Many(n / 2, """, {"role": "assistant", "tool_calls": [{"id": "c#", "type": "function", "function": {"name": "f", "arguments": "{}"}}]}, {"role": "tool", "tool_call_id": "c#", "content": "1"}"""), $", \"tools\": [{Tool}]"),
        ["calls in the older form"] = n => Line(Many(n / 2, """, {"role": "assistant", "function_call": {"name": "f", "arguments": "{}"}}, {"role": "function", "name": "f", "content": "1"}"""), """, "functions": [{"name": "f"}]"""),
        ["values of an enumeration"] = n => Line(Calls(n / 4, "f", """{\"a\": \"x\"}"""), Parameters($$$"""{"a": {"enum": ["v"{{{Many(n, ", \"v#\"")}}}]}}""")),
        ["parameters"] = n => Line(Calls(n / 4, "f", """{\"p7\": 1}"""), Parameters($$"""{"a": {}{{Many(n, """, "p#": {"type": "integer"}""")}}}""")),
        ["alternatives"] = n => Line(Calls(n / 4, "f", """{\"a\": \"x\"}"""), Parameters($$$"""{"a": {"anyOf": [{"const": "v"}{{{Many(n, """, {"const": #}""")}}}]}}""")),
        ["anchors"] = n => Line("", Parameters($$"""{"a": {}{{string.Concat(Enumerable.Range(0, n / 2).Select(i => $", \"p{i}\": {{\"$anchor\": \"a{i}\"}}, \"q{i}\": {{\"$ref\": \"#a{i}\"}}"))}}}""")),
        ["arguments"] = n => Line(Calls(1, "f", $$"""{\"a\": 1{{Many(n, """, \"q#\": 1""")}}}"""), Parameters($$"""{"a": {}{{Many(n, """, "p#": {}""")}}}""", ", \"additionalProperties\": false")),
        ["arguments that are null"] = n => Line(Calls(1, "f", $$"""{\"a\": 1{{Many(n, """, \"q#\": null""")}}}"""), Parameters($$"""{"a": {}{{Many(n, """, "p#": {}""")}}}""")),
        ["different numbers of one double"] = n => Line(Calls(1, "f", $$"""{\"a\": [1{{string.Concat(Enumerable.Range(0, n).Select(i => $", 0.10000000000000000{i:D8}"))}}]}"""), Parameters("""{"a": {"uniqueItems": true}}""")),
        ["marks of placeholders"] = n => Line($$""", {"role": "assistant", "content": "{{Many(8 * n, "[Your ")}}"}"""),
        ["marks of templates"] = n => Line(Many(n / 2, $$""", {"role": "user", "content": "see <|im_start|> there"}, {{Assistant}}""")),
        ["marks of tokens"] = n => Line($$""", {"role": "assistant", "content": "{{Many(4 * n, "SG.eyJ")}} {{Many(4 * n, "-----BEGIN ")}} {{Many(4 * n, "a;Password=")}}"}"""),
        ["names of an assistant"] = n => Line($$""", {"role": "system", "content": "{{Many(n, "a b ")}}ChatGPT"}, {"role": "assistant", "content": "{{Many(n, "I am ChatGPT. ")}}"}"""),
        ["addresses and numbers"] = n => Line($$""", {"role": "user", "content": "{{Many(n, "a@b.cd, +49 30 1234567# ")}}"}"""),
        ["turns of a template in text"] = n => $$"""{"text": "{{Many(n / 4, """<|im_start|>user\na#<|im_end|>\n<|im_start|>assistant\nb<|im_end|>\n""")}}"}""",
        ["one letter"] = n => Line($$""", {"role": "assistant", "content": "{{new string('a', 200 * n)}}"}"""),
    };

    private static string Line(string messages, string keys = "") => $$"""{"messages": [{{User}}{{messages}}, {{Assistant}}]{{keys}}}""";

    private static string Calls(int count, string name, string arguments, string id = "c#") =>
        $$""", {"role": "assistant", "tool_calls": [{{Many(count, $", {Call(name, arguments, id)}")[2..]}}]}""";

    private static string Call(string name, string arguments, string id) =>
        $$$"""{"id": "{{{id}}}", "type": "function", "function": {"name": "{{{name}}}", "arguments": "{{{arguments}}}"} }""";

    private static string Parameters(string properties, string more = "") =>
        """, "tools": [{"type": "function", "function": {"name": "f", "parameters": {"type": "object", "properties": """ + properties + more + "}}}]";

    /// <summary>A text over and over, each time with its number in the place of each <c>#</c>.</summary>
    private static string Many(int count, string text) =>
        string.Concat(Enumerable.Range(0, count).Select(i => text.Replace("#", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));
}
