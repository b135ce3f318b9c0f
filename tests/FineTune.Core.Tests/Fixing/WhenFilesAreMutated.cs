using System.Text;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Fixing;

namespace FineTune.Core.Tests.Fixing;

/// <summary>Whatever a file holds: no example that could be read before is lost, and a second run finds nothing to do.</summary>
public class WhenFilesAreMutated
{
    private static readonly string[] Seeds =
    [
        """{"messages": [{"role": "user", "content": "H\u00e9llo CafÃ©"}, {"role": "assistant", "content": "Hi", "weight": 1},]}""",
        """{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "tool_calls": [{"id": "c1", "type": "function", "function": {"name": "f", "arguments": {"a": 1}}}]}], "tools": []},""",
        """{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "function_call": {"name": "f", "arguments": "{}"}}, {"role": "function", "name": "f", "content": "1"}], "functions": [{"name": "f"}]}""",
        """{"messages": [{"role": "user", "content": "x"}]} {"messages": [{"role": "user", "content": "y"}]}""",
        """{"conversations": [{"from": "human", "value": "x"}, {"from": "gpt", "value": "y"}]}""",
        """{"messages": [{"role": "user", "content": [{"type": "text", "text": "x", "image_url": null}], "name": null}, {"weight": null, "role": "assistant", "content": null, "refusal": null , "tool_calls": [{"id": "c1", "type": "function", "function": {"name": "f", "arguments": "{\"a\": 1, \"b\": null}"}}]}], "tools": [{"type": "function", "function": {"name": "f", "strict": null, "parameters": {"type": "object", "properties": {"a": {"type": "integer", "enum": null}}}}}], "x": null}""",
        """{"prompt": null, "messages": null, "input": null, "instruction": "x", "output": "y", "history": null}""",
        """{'messages': [{'role': 'user', 'content': "it's"}, {'role': 'assistant', 'content': None}]}""",
        """[{"messages": [{"role": "user", "content": "l"}]}]""",
        """[{"role": "user", "content": "l"}]""",
        """ "{\"messages\": [{\"role\": \"user\", \"content\": \"s\"}]}" """,
        "{\"messages\": [{\"role\": \"user\", \"content\": \"a\tb",
        "c\"}]}",
        "# comment",
        """{“messages”: [{“role”: “user”, “content”: “q”}]}""",
        """{"custom_id": "1", "body": {"messages": [{"role": "user", "content": "x"}, {"role": "assistant", "content": "y"}]}}""",
        """{"index": 3, "question": "a", "answer": "b"}""",
        """{"prompt": "a", "response": "b"}""",
        """{"messages": [{"type": "human", "content": "a"}, {"type": "ai", "content": "", "tool_calls": [{"name": "f", "args": {}, "id": "c"}]}]}""",
        "",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void NoExampleIsLostAndTheSecondRunHasNothingToDo(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            var content = Enumerable.Range(0, random.Next(1, 30)).SelectMany(_ => (byte[])[.. Mutate(random), .. random.Next(3) == 0 ? "\r\n"u8 : "\n"u8]).ToArray();
            using var file = new FixedFile(content);
            var before = Count(content);

            var fix = file.Fix();

            fix.Fault.ShouldBeNull();
            Count(file.Bytes).ShouldBeGreaterThanOrEqualTo(before, Encoding.UTF8.GetString(content));
            Stays(content, file.Bytes);
            file.Fix().Lines.ShouldBe(0, file.Text);
            _ = Fixer.Fix(file.Request with { Unsafe = true, Convert = true });
            Fixer.Fix(file.Request with { Unsafe = true, Convert = true }).Files[0].Lines.ShouldBe(0, file.Text);
        }
    }

    /// <summary>What safe fixes have no reason to touch is there as it was.</summary>
    private static void Stays(byte[] before, byte[] after)
    {
        var lines = Lines(after).Select(Convert.ToHexString).ToHashSet();
        foreach (var line in Lines(before).Where(line => Read(line) is { Tape.LeftOut.Count: 0 } example && example.Functions < 0 && line.AsSpan().IndexOf("arguments"u8) < 0 && line.AsSpan().IndexOf("function"u8) < 0))
        {
            lines.ShouldContain(Convert.ToHexString(line));
        }
    }

    private static int Count(byte[] content) => Lines(content).Count(line => Read(line) is not null);

    private static IEnumerable<byte[]> Lines(byte[] content)
    {
        var start = 0;
        for (var i = 0; i <= content.Length; i++)
        {
            if (i == content.Length || content[i] == '\n')
            {
                yield return content.AsSpan(start, i - start).TrimEnd((byte)'\r').ToArray();
                start = i + 1;
            }
        }
    }

    private static Example? Read(byte[] line)
    {
        var example = new Example();
        example.Start(line, 0, line.Length, 1, 0);
        if (!System.Text.Unicode.Utf8.IsValid(line) || example.Tape.Parse(line) != JsonFault.None || example.Node(0).Kind != JsonKind.Object)
        {
            return null;
        }
        ExampleReader.Read(example);
        return example;
    }

    private static byte[] Mutate(Random random) => [.. MutatedLine.Of(random, Seeds, 3)];
}
