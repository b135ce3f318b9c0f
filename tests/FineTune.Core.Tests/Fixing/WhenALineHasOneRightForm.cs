namespace FineTune.Core.Tests.Fixing;

public class WhenALineHasOneRightForm
{
    private const string Sound = """{"messages": [{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Hi"}]}""";

    public static TheoryData<string, string, string> Lines => new()
    {
        { "FT1005", """{"messages": [1, 2, ],}""", """{"messages": [1, 2 ]}""" },
        { "FT1005", Sound + ",", Sound },
        { "FT1005", Sound + " , ", Sound + "  " },
        { "FT1005", """{"a": "x,]", "b": {"c": 1 , }}""", """{"a": "x,]", "b": {"c": 1  }}""" },
        { "FT1005", """{"a": 1}{"b": 2} , {"c": [3,]}""", "{\"a\": 1}\n{\"b\": 2}\n{\"c\": [3]}" },
        { "FT2026", Call("""{"city": "Oslo \"x\"",  "n": 1}"""), Call("\"{\\\"city\\\": \\\"Oslo \\\\\\\"x\\\\\\\"\\\",  \\\"n\\\": 1}\"") },
        { "FT2026", Call("\"\\\"{\\\\\\\"city\\\\\\\": 1}\\\"\""), Call("\"{\\\"city\\\": 1}\"") },
        { "FT2039", """{"messages": [{"name": null, "role": "user", "content": "a"}, {"role": "assistant", "content": "b" , "refusal": null, "tool_calls" : null }], "tools":null}""", """{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b" }]}""" },
        { "FT2039", """{"a": null, "messages": [{"role": "user", "content": [{"type": "text", "text": "a", "image_url": null}]}, {"role": "assistant", "content": "b"}], "b": null, "c": null}""", """{"messages": [{"role": "user", "content": [{"type": "text", "text": "a"}]}, {"role": "assistant", "content": "b"}]}""" },
        { "FT2028", Declared("""{\"n\": null, \"a\": 1 , \"b\":\"\\\"\\n\", \"m\":null}"""), Declared("""{\"a\": 1 , \"b\":\"\\\"\\n\"}""") },
        {
            "FT2031",
            """{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": null, "function_call": {"name": "f", "arguments": "{}"}}, {"role": "function", "name": "f", "content": "1"}, {"role": "assistant", "content": "b"}], "functions": [{"name": "f"}]}""",
            """{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": null, "tool_calls": [{"id": "call00001", "type": "function", "function": {"name": "f", "arguments": "{}"}}]}, {"role": "tool", "tool_call_id": "call00001", "content": "1"}, {"role": "assistant", "content": "b"}], "tools": [{"type": "function", "function": {"name": "f"}}]}"""
        },
        {
            "FT2031",
            """{"messages": [{"role": "user", "content": "call00001"}, {"role": "assistant", "function_call": {"name": "f", "arguments": {"a": 1}}}, {"role": "function", "content": "\"call00001\""}, {"role": "assistant", "content": "b"}]}""",
            """{"messages": [{"role": "user", "content": "call00001"}, {"role": "assistant", "tool_calls": [{"id": "call00002", "type": "function", "function": {"name": "f", "arguments": "{\"a\": 1}"}}]}, {"role": "tool", "tool_call_id": "call00002", "content": "\"call00001\""}, {"role": "assistant", "content": "b"}]}"""
        },
    };

    public static TheoryData<string, string> Formats => new()
    {
        {
            """{"conversations": [{"from": "system", "value": "S"}, {"from": "human", "value": "a\n\u00e9"}, {"from": "gpt", "value": "b", "weight": 0}, {"from": "human", "value": "c"}, {"from": "gpt", "value": "d"}]}""",
            """{"messages": [{"role": "system", "content": "S"}, {"role": "user", "content": "a\n\u00e9"}, {"role": "assistant", "content": "b", "weight": 0}, {"role": "user", "content": "c"}, {"role": "assistant", "content": "d"}]}"""
        },
        {
            """{"system": "S", "conversations": [{"from": "human", "value": "a"}, {"from": "gpt", "value": "b"}], "id": 7}""",
            """{"messages": [{"role": "system", "content": "S"}, {"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]}"""
        },
        {
            """{"instruction": "Say \"hi\"", "input": "in Norwegian", "output": "hei"}""",
            """{"messages": [{"role": "user", "content": "Say \"hi\"\n\nin Norwegian"}, {"role": "assistant", "content": "hei"}]}"""
        },
        {
            """{"instruction": "Go on", "input": "", "output": "on", "history": [["a", "b"]], "system": "S"}""",
            """{"messages": [{"role": "system", "content": "S"}, {"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}, {"role": "user", "content": "Go on"}, {"role": "assistant", "content": "on"}]}"""
        },
        {
            """{"text": "<s>[INST] <<SYS>>\nS\n<</SYS>>\n\na [/INST] b </s><s>[INST] c [/INST] d </s>"}""",
            """{"messages": [{"role": "system", "content": "S"}, {"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}, {"role": "user", "content": "c"}, {"role": "assistant", "content": "d"}]}"""
        },
        {
            """{"text": "<|im_start|>user\na<|im_end|>\n<|im_start|>assistant\nb\nc<|im_end|>\n"}""",
            """{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b\nc"}]}"""
        },
        {
            """{"text": "<|begin_of_text|><|start_header_id|>user<|end_header_id|>\n\na<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\nb<|eot_id|>"}""",
            """{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]}"""
        },
        {
            """{"text": "<human>: a\n<bot>: b"}""",
            """{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]}"""
        },
        {
            """{"systemInstruction": {"role": "system", "parts": [{"text": "S"}]}, "contents": [{"role": "user", "parts": [{"text": "a"}]}, {"role": "model", "parts": [{"text": "b"}, {"text": "c"}]}]}""",
            """{"messages": [{"role": "system", "content": "S"}, {"role": "user", "content": "a"}, {"role": "assistant", "content": "bc"}]}"""
        },
        {
            """{"prompt": "a", "chosen": "b", "rejected": "c", "score": 1}""",
            """{"input": {"messages": [{"role": "user", "content": "a"}]}, "preferred_output": [{"role": "assistant", "content": "b"}], "non_preferred_output": [{"role": "assistant", "content": "c"}]}"""
        },
        {
            """{"prompt": [{"role": "user", "content": "a"}], "chosen": [{"role": "assistant", "content": "b"}], "rejected": [{"role": "assistant", "content": "c"}], "tools": []}""",
            """{"input": {"messages": [{"role": "user", "content": "a"}], "tools": []}, "preferred_output": [{"role": "assistant", "content": "b"}], "non_preferred_output": [{"role": "assistant", "content": "c"}]}"""
        },
        {
            """{"chosen": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}], "rejected": [{"content": "a", "role": "user"}, {"role": "assistant", "content": "c"}]}""",
            """{"input": {"messages": [{"role": "user", "content": "a"}]}, "preferred_output": [{"role": "assistant", "content": "b"}], "non_preferred_output": [{"role": "assistant", "content": "c"}]}"""
        },
        {
            """{"schemaVersion": "bedrock-conversation-2024", "system": [{"text": "S"}], "messages": [{"role": "user", "content": [{"text": "a"}]}, {"role": "assistant", "content": [{"text": "b"}]}]}""",
            """{"messages": [{"role": "system", "content": "S"}, {"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]}"""
        },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void ItGetsIt(string code, string broken, string right)
    {
        using var file = new FixedFile($"{Sound}\r\n{broken}\r\n{Sound.Replace("Hi", "Ho", StringComparison.Ordinal)}");
        file.Codes().ShouldContain(code);

        var fix = file.Fix();

        fix.Fixed.Keys.ShouldContain(code);
        fix.Lines.ShouldBe(1);
        fix.Left.ShouldBeEmpty();
        file.Text.ShouldBe($"{Sound}\r\n{right.Replace("\n", "\r\n", StringComparison.Ordinal)}\r\n{Sound.Replace("Hi", "Ho", StringComparison.Ordinal)}");
        file.Codes().ShouldNotContain(code);
        file.Fix().Lines.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void AnotherToolsFormatBecomesMessagesWhenAskedFor(string foreign, string right)
    {
        using var untouched = new FixedFile(foreign + "\n");
        untouched.Codes().ShouldContain("FT2001");
        untouched.Fix().Lines.ShouldBe(0);

        using var file = new FixedFile(foreign + "\n") { Convert = true };
        file.Fix().Fixed.ShouldBe([new("FT2001", 1)]);

        file.Text.ShouldBe(right + "\n");
        file.Codes().ShouldNotContain("FT2001");
        file.Fix().Lines.ShouldBe(0);
    }

    [Theory]
    [InlineData("""{"conversations": [{"from": "observation", "value": "a"}]}""", "\"observation\" is a speaker that messages have no role for")]
    [InlineData("""{"text": "once upon a time"}""", "no chat template marks the turns in the text")]
    [InlineData("""{"instruction": "a", "output": 1}""", "must be strings")]
    [InlineData("""{"chosen": [{"role": "user", "content": "a"}], "rejected": [{"role": "user", "content": "b"}]}""", "must be answers to one prompt")]
    [InlineData("""{"contents": [{"role": "user", "parts": [{"inlineData": {}}]}]}""", "parts that are no text")]
    public void WhatIsNotUnderstoodStaysAndIsSaid(string foreign, string reason)
    {
        using var file = new FixedFile(foreign + "\n") { Convert = true };

        file.Fix().Left.ShouldHaveSingleItem().Reason.ShouldContain(reason);

        file.Text.ShouldBe(foreign + "\n");
    }

    [Theory]
    [InlineData("""{"messages": [{"role": "user", "content": "a"}, {"role": "function", "name": "f", "content": "1"}], "functions": []}""")]
    [InlineData("""{"messages": [{"role": "assistant", "function_call": {"name": "f"}}, {"role": "function", "name": "g", "content": "1"}]}""")]
    [InlineData("""{"messages": [{"role": "assistant", "function_call": {"name": "f"}}], "functions": [], "tools": []}""")]
    [InlineData("""{"messages": [{"role": "assistant", "function_call": "auto"}]}""")]
    public void FunctionsThatDoNotFitTogetherStay(string line)
    {
        using var file = new FixedFile(line + "\n");

        file.Fix().Left.ShouldHaveSingleItem().Code.ShouldBe("FT2031");

        file.Text.ShouldBe(line + "\n");
    }

    [Fact]
    public void HostsThatTakeObjectsKeepThem()
    {
        using var file = new FixedFile(Call("""{"a": 1}""") + "\n") { Profile = "trl" };

        file.Fix().Lines.ShouldBe(0);
    }

    [Theory]
    [InlineData("CafÃ© â€œMÃ¼llerâ€\u009D", "Café “Müller”")]
    [InlineData("naïve café, Ã‰tÃ©", null)]
    [InlineData("naïve café", null)]
    [InlineData("日本 Ã©", null)]
    [InlineData("ÃƒÂ©", "é")]
    public void WronglyDecodedTextIsRepairedWhereNothingIsLost(string text, string? right)
    {
        var line = Sound.Replace("Hello", text, StringComparison.Ordinal) + "\n";
        using var safe = new FixedFile(line);
        safe.Fix().Lines.ShouldBe(0);

        using var file = new FixedFile(line) { Unsafe = true };
        file.Fix().Lines.ShouldBe(right is null ? 0 : 1);

        file.Text.ShouldBe(right is null ? line : Sound.Replace("Hello", right, StringComparison.Ordinal) + "\n");
    }

    private static string Call(string arguments) =>
        """{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "tool_calls": [{"id": "c1", "type": "function", "function": {"name": "f", "arguments": ARGUMENTS}}]}], "tools": [{"type": "function", "function": {"name": "f", "parameters": {"type": "object"}}}]}""".Replace("ARGUMENTS", arguments, StringComparison.Ordinal);

    private static string Declared(string arguments) =>
        """{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "tool_calls": [{"id": "c1", "type": "function", "function": {"name": "f", "arguments": "@"}}]}], "tools": [{"type": "function", "function": {"name": "f", "parameters": {"type": "object", "properties": {"a": {"type": "integer"}, "b": {"type": "string"}}}}}]}""".Replace("@", arguments, StringComparison.Ordinal);
}
