using FineTune.Core.Linting;
using FineTune.Core.Linting.Engine;

namespace FineTune.Core.Tests.Fixing;

/// <summary>Lines as other programs write them out: named by lint, written anew where they hold an example, and nothing is promised that is not done.</summary>
public class WhenAnotherProgramWroteIt
{
    private const string Right = """{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]}""";

    public static TheoryData<string, string> Converted => new()
    {
        { """{"custom_id": "1", "method": "POST", "url": "/v1/chat/completions", "body": {"model": "m", "messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]}}""", Right },
        { """{"request": {"model": "m", "messages": [{"role": "user", "content": "a"}], "tools": []}, "response": {"id": "x", "choices": [{"index": 0, "message": {"role": "assistant", "content": "b", "refusal": null, "annotations": []}}]}}""", Right },
        { """{"request_body": {"messages": [{"role": "user", "content": "a"}]}, "response_body": {"role": "assistant", "content": [{"type": "text", "text": "b"}]}}""", Right },
        { """{"request": {"messages": [{"role": "user", "content": "a"}]}, "response": "b", "latency": 12}""", Right },
        { """{"id": 7, "inputs": {"messages": [{"role": "user", "content": "a"}]}, "outputs": {"choices": [{"message": {"role": "assistant", "content": "b"}}]}}""", Right },
        { """{"inputs": {"question": "a"}, "outputs": {"answer": "b"}}""", Right },
        { """{"inputs": {"messages": [[{"lc": 1, "type": "constructor", "id": ["langchain", "schema", "messages", "HumanMessage"], "kwargs": {"content": "a", "type": "human"}}]]}, "outputs": {"generations": [[{"text": "b", "message": {"lc": 1, "type": "constructor", "id": ["x", "AIMessage"], "kwargs": {"content": "b"}}}]]}}""", Right },
        { """{"messages": [{"type": "human", "content": "a", "id": null}, {"type": "ai", "content": "b", "response_metadata": {}}]}""", Right },
        { """{"messages": [{"type": "human", "data": {"content": "a", "example": false}}, {"type": "ai", "data": {"content": "b"}}]}""", Right },
        { """{"question": "a", "answer": "b", "source": "c"}""", Right },
        { """{"instruction": "a", "context": "", "response": "b", "category": "open_qa"}""", Right },
        { """{"instruction": "a", "context": "c", "response": "b"}""", Right.Replace("\"a\"", "\"a\\n\\nc\"", StringComparison.Ordinal) },
        { """{"context": "a", "response": "b"}""", Right },
        { """{"system_prompt": "s", "question": "a", "response": "b"}""", """{"messages": [{"role": "system", "content": "s"}, {"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]}""" },
        { """{"prompt": "a", "completion": "b"}""", Right },
        { """{"prompt": "a", "response": "b"}""", Right },
        { """{"prompt": [{"role": "user", "content": "a"}], "completion": [{"role": "assistant", "content": "b"}]}""", Right },
        { """{"id": "x", "conversations": [{"from": "human", "value": "a"}, {"from": "gpt", "value": "b"}], "tools": "[]"}""", Right },
        {
            """{"conversations": [{"from": "human", "value": "a"}, {"from": "gpt", "value": "b"}], "tools": "[{\"name\": \"f\", \"parameters\": {\"type\": \"object\"}}]"}""",
            """{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}], "tools": [{"type": "function", "function": {"name": "f", "parameters": {"type": "object"}}}]}"""
        },
        {
            """{"messages": [{"type": "human", "content": "a"}, {"type": "ai", "content": "", "tool_calls": [{"name": "f", "args": {"n": 1.10}, "id": "c1", "type": "tool_call"}]}, {"type": "tool", "content": "1", "tool_call_id": "c1"}, {"type": "ai", "content": "b"}], "tools": [{"type": "function", "function": {"name": "f"}}]}""",
            """{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "", "tool_calls": [{"id": "c1", "type": "function", "function": {"name": "f", "arguments": "{\"n\": 1.10}"}}]}, {"role": "tool", "content": "1", "tool_call_id": "c1"}, {"role": "assistant", "content": "b"}], "tools": [{"type": "function", "function": {"name": "f"}}]}"""
        },
        {
            """{"conversations": [{"from": "human", "value": "a"}], "chosen": {"from": "gpt", "value": "b"}, "rejected": {"from": "gpt", "value": "c"}}""",
            """{"input": {"messages": [{"role": "user", "content": "a"}]}, "preferred_output": [{"role": "assistant", "content": "b"}], "non_preferred_output": [{"role": "assistant", "content": "c"}]}"""
        },
        {
            """{"prompt": "a", "chosen": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}], "rejected": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "c"}]}""",
            """{"input": {"messages": [{"role": "user", "content": "a"}]}, "preferred_output": [{"role": "assistant", "content": "b"}], "non_preferred_output": [{"role": "assistant", "content": "c"}]}"""
        },
    };

    public static TheoryData<string, string> Left => new()
    {
        { """{"custom_id": "1", "method": "POST", "url": "/v1", "body": {"messages": [{"role": "user", "content": "a"}]}}""", "it asks, and holds no answer to learn" },
        { """{"custom_id": "1", "response": {"body": {}}, "error": null}""", "what was asked stands in the batch's input file" },
        { """{"request": {"messages": [{"role": "user", "content": "a"}]}, "response": {"choices": []}}""", "the response holds no answer, or several" },
        { """{"request": {"prompt": "a"}, "response": "b"}""", "it holds no list of messages" },
        { """{"request": {"system": 1, "messages": [{"role": "user", "content": "a"}]}, "response": "b"}""", "the \"system\" of the request is no string" },
        { """{"inputs": {"a": "1", "b": "2"}, "outputs": {"answer": "b"}}""", "only you can say what is asked" },
        { """{"question": "a", "context": "c", "answer": "b"}""", "only you can say where it belongs" },
        { """{"data": {"text": "a"}, "annotations": []}""", "its labels are no messages" },
        { """{"messages": [{"type": "human", "content": "a"}, {"type": "ai", "content": "", "tool_calls": [{"name": "f"}]}]}""", "a call has no \"name\", \"args\" or \"id\"" },
        { """{"conversations": [{"from": "human", "value": "a"}, {"from": "gpt", "value": "b"}], "tools": "f()"}""", "\"tools\" is text that is no list of tools" },
        { """{"prompt": "q", "chosen": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}], "rejected": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "c"}]}""", "must be answers to one prompt" },
        { """{"text": "once upon a time"}""", "no chat template marks the turns" },
    };

    [Theory]
    [MemberData(nameof(Converted))]
    public void WhatHoldsAnExampleBecomesOne(string foreign, string right)
    {
        using var file = new FixedFile(foreign + "\n") { Convert = true };
        Messages(file).ShouldContain(message => message.Contains("finetune fix --convert", StringComparison.Ordinal));

        var fix = file.Fix();

        file.Text.ShouldBe(right + "\n");
        fix.Left.ShouldBeEmpty();
        file.Codes().ShouldNotContain("FT2001");
        file.Codes().ShouldNotContain("FT2004");
        file.Fix().Lines.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Left))]
    public void WhatHoldsNoneStaysAndNothingIsPromised(string foreign, string reason)
    {
        using var file = new FixedFile(foreign + "\n") { Convert = true };
        Messages(file).ShouldNotContain(message => message.Contains("--convert", StringComparison.Ordinal));

        file.Fix().Left.ShouldHaveSingleItem().Reason.ShouldContain(reason);

        file.Text.ShouldBe(foreign + "\n");
    }

    [Fact]
    public void KeysThatTheHostTakesStay()
    {
        const string line = """{"question": "a", "answer": "b", "id": 9007199254740993}""";
        using var strict = new FixedFile(line + "\n") { Convert = true };
        using var free = new FixedFile(line + "\n") { Convert = true, Profile = "generic" };

        strict.Fix().LeftOut.ShouldBe(["id"]);
        free.Fix().LeftOut.ShouldBeEmpty();

        strict.Text.ShouldBe(Right + "\n");
        free.Text.ShouldBe(Right[..^1] + ", \"id\": 9007199254740993}\n");
    }

    [Fact]
    public void TheNumbersOfATablesRowsGoWhenAskedFor()
    {
        using var file = new FixedFile($$"""{"index": 1, "__index_level_0__": 2, "messages": {{Right[13..^1]}}, "Unnamed: 0": 3}""" + "\n" + $$"""{"messages": {{Right[13..^1]}} , "level_0": 1, "tools": []}""" + "\n") { Convert = true };

        file.Fix().Fixed.ShouldBe([new("FT2004", 2)]);

        file.Text.ShouldBe($"{Right}\n{Right[..^1]}, \"tools\": []}}\n");
    }

    [Fact]
    public void ACompletionOfAnotherNameIsRenamedWhereTheHostTrainsOnPairs()
    {
        using var file = new FixedFile("""{"prompt": "a", "response": "b"}""" + "\n") { Convert = true, Profile = "together" };

        file.Fix().Fixed.ShouldBe([new("FT2036", 1)]);

        file.Text.ShouldBe("""{"prompt": "a", "completion": "b"}""" + "\n");
    }

    [Theory]
    [InlineData("openai", "FT2035", """{"messages": [{"role": "user", "content": [{"type": "image_url", "image_url": "https://a.example/b.png"}]}, {"role": "assistant", "content": "b"}]}""", """{"messages": [{"role": "user", "content": [{"type": "image_url", "image_url": {"url": "https://a.example/b.png"}}]}, {"role": "assistant", "content": "b"}]}""")]
    [InlineData("bedrock", "FT2012", """{"schemaVersion": "bedrock-conversation-2024", "messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": [{"text": "b"}]}]}""", """{"schemaVersion": "bedrock-conversation-2024", "messages": [{"role": "user", "content": [{"text": "a"}]}, {"role": "assistant", "content": [{"text": "b"}]}]}""")]
    [InlineData("gemini", "FT2009", """{"contents": [{"role": "user", "parts": [{"text": "a"}]}, {"role": "assistant", "parts": [{"text": "b"}]}]}""", """{"contents": [{"role": "user", "parts": [{"text": "a"}]}, {"role": "model", "parts": [{"text": "b"}]}]}""")]
    [InlineData("gemini", "FT2012", """{"contents": [{"role": "user", "parts": "a"}, {"role": "model", "parts": [{"text": "b"}]}]}""", """{"contents": [{"role": "user", "parts": [{"text": "a"}]}, {"role": "model", "parts": [{"text": "b"}]}]}""")]
    [InlineData("llama_factory", "FT2011", """{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "tool_calls": [{"id": "c1", "type": "function", "function": {"name": "f", "arguments": "{}"}}]}]}""", """{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "", "tool_calls": [{"id": "c1", "type": "function", "function": {"name": "f", "arguments": "{}"}}]}]}""")]
    [InlineData("openai", "FT2027", """{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "tool_calls": [{"id": "c1", "type": "function", "function": {"name": "f", "arguments": "{\"n\": 1.10,}"}}]}], "tools": [{"type": "function", "function": {"name": "f"}}]}""", """{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "tool_calls": [{"id": "c1", "type": "function", "function": {"name": "f", "arguments": "{\"n\": 1.10}"}}]}], "tools": [{"type": "function", "function": {"name": "f"}}]}""")]
    [InlineData("openai", "FT2027", """{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "tool_calls": [{"id": "c1", "type": "function", "function": {"name": "f", "arguments": "{'n': None}"}}]}], "tools": [{"type": "function", "function": {"name": "f"}}]}""", """{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "tool_calls": [{"id": "c1", "type": "function", "function": {"name": "f", "arguments": "{\"n\": null}"}}]}], "tools": [{"type": "function", "function": {"name": "f"}}]}""")]
    public void AHostsOwnFormIsWrittenSafely(string profile, string code, string wrong, string right)
    {
        using var file = new FixedFile(wrong + "\n") { Profile = profile };
        file.Codes().ShouldContain(code);

        file.Fix().Fixed.ShouldBe([new(code, 1)]);

        file.Text.ShouldBe(right + "\n");
        file.Codes().ShouldNotContain(code);
        file.Fix().Lines.ShouldBe(0);
    }

    private static List<string> Messages(FixedFile file) =>
        [.. Linter.Lint(new LintRequest { Paths = [file.Path], Profile = file.Profile, Today = new DateOnly(2026, 11, 22) }).Findings.Select(finding => finding.Message)];
}
