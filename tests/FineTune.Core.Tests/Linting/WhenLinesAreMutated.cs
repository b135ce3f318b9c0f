using System.Text;

namespace FineTune.Core.Tests.Linting;

public class WhenLinesAreMutated
{
    private static readonly string[] Seeds =
    [
        """{"messages": [{"role": "system", "content": "Be kind."}, {"role": "user", "content": "H\u00e9llo 😀"}, {"role": "assistant", "content": "Hi", "weight": 1}]}""",
        """{"messages": [{"role": "user", "content": [{"type": "text", "text": "see"}, {"type": "image_url", "image_url": {"url": "data:image/png;base64,iVBORw0KGgo="}}]}, {"role": "assistant", "tool_calls": [{"id": "c1", "type": "function", "function": {"name": "f", "arguments": "{\"a\": 1}"}}]}], "tools": [{"type": "function", "function": {"name": "f", "parameters": {"type": "object", "properties": {"a": {"type": "integer"}}, "required": ["a"]}}}]}""",
        """{"input": {"messages": [{"role": "user", "content": "x"}]}, "preferred_output": [{"role": "assistant", "content": "a"}], "non_preferred_output": [{"role": "assistant", "content": "b"}]}""",
        """{"prompt": "Say hi", "completion": "hi"}""",
        """{"conversations": [{"from": "human", "value": "x"}, {"from": "gpt", "value": "y"}]}""",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void NothingThrowsAndEveryPlaceLiesInItsLine(int seed)
    {
        var random = new Random(seed);
        var lines = Enumerable.Range(0, 4_000).Select(_ => Mutate(random)).ToList();
        using var dataset = new Dataset([.. lines.SelectMany(line => (byte[])[.. line, (byte)'\n'])]) { Profile = "openai", Deep = true };

        var findings = dataset.Lint().Findings;

        findings.ShouldNotBeEmpty();
        foreach (var finding in findings)
        {
            var length = Encoding.UTF8.GetString(lines[Math.Min(finding.Range.Start.Line, lines.Count) - 1]).Length;
            finding.Range.Start.Column.ShouldBeLessThanOrEqualTo(length + 1, finding.ToString());
            finding.Range.End.Column.ShouldBeGreaterThanOrEqualTo(finding.Range.Start.Column);
            finding.Message.ShouldNotContain('\n');
        }
    }

    private static byte[] Mutate(Random random) => [.. MutatedLine.Of(random, Seeds, 4).Where(value => value is not (byte)'\n')];
}
