using FineTune.Core.Findings;

namespace FineTune.Core.Tests.Linting.Engine;

/// <summary>A column too many, an export's habit: the same fault on most lines is said once, with its count, its share and its first places.</summary>
public class WhenOneCauseIsMetOften
{
    private const string Advice = "\"note\" is no key of a chat example; it may have \"messages\", \"tools\", \"parallel_tool_calls\" or \"functions\"";

    [Fact]
    public void ItIsSaidOnceForAllLines()
    {
        Keys(Lines(12, i => true)).ShouldHaveSingleItem().Message.ShouldBe($"{Advice}; so on all 12 lines, first on lines 1, 2 and 3");
    }

    [Fact]
    public void ItIsSaidOnceForMoreThanHalfOfThem()
    {
        Keys(Lines(12, i => i % 2 == 0 || i == 3)).ShouldHaveSingleItem().Message.ShouldBe($"{Advice}; so on 7 of 12 lines (58 %), first on lines 1, 3 and 4");
        Keys(Lines(12, i => i % 2 == 0)).Select(finding => finding.Range.Start.Line).ShouldBe([1, 3, 5, 7, 9, 11]);
    }

    [Fact]
    public void ItIsSaidOnceForMoreThanTwenty()
    {
        Keys(Lines(1_000, i => i < 20)).Count.ShouldBe(20);
        Keys(Lines(1_000, i => i < 21)).ShouldHaveSingleItem().Message.ShouldBe($"{Advice}; so on 21 of 1,000 lines (2 %), first on lines 1, 2 and 3");
    }

    [Fact]
    public void TwoLinesAreShownOneByOne()
    {
        Keys(Lines(2, i => true)).Count.ShouldBe(2);
    }

    [Fact]
    public void SeveralOnALineAreCountedApartFromTheirLines()
    {
        var message = Keys(Lines(3, i => true, "\"note\": 1, \"note2\": 1"), "note\"").ShouldHaveSingleItem().Message;
        message.ShouldEndWith("; so on all 3 lines, first on lines 1, 2 and 3");
        using var dataset = new Dataset(Enumerable.Range(0, 12).Select(i => $$"""{"messages": [{"role": "usr", "content": "{{i}}?"}, {"role": "usr", "content": "Hi"}, {"role": "assistant", "content": "{{i}}"}]}""").ToArray()) { Profile = "openai" };
        dataset.Findings().First(finding => finding.Code == "FT2009").Message.ShouldEndWith("; so 24 times on all 12 lines, first on lines 1, 2 and 3");
    }

    [Fact]
    public void BlocksOfALargeFileCountTogether()
    {
        var finding = Keys(Lines(60_000, i => i % 4 == 1)).ShouldHaveSingleItem();

        finding.Message.ShouldEndWith("; so on 15,000 of 60,000 lines (25 %), first on lines 2, 6 and 10");
        finding.Range.Start.Line.ShouldBe(2);
        finding.Repeats.ShouldNotBeNull().Places.Select(place => place.Start.Line).ShouldBe(Enumerable.Range(0, 20).Select(i => 2 + (4 * i)));
    }

    [Fact]
    public void AnotherCauseOfTheSameRuleIsNotLostAmongThem()
    {
        var lines = Lines(5_000, i => true);
        lines[4_000] = lines[4_000].Replace("note", "noted", StringComparison.Ordinal);

        Keys(lines).Select(finding => finding.Range.Start.Line).ShouldBe([1, 4_001]);
    }

    [Fact]
    public void LinesOfAnotherFormatAreOneFault()
    {
        var lines = Lines(5_000, i => false);
        for (var i = 1; i < lines.Length; i += 3)
        {
            lines[i] = $$"""{"conversations": [{"from": "human", "value": "{{i}}?"}, {"from": "gpt", "value": "It is {{i * 7}}."}]}""";
        }
        using var dataset = new Dataset(lines) { Profile = "openai" };

        var finding = dataset.Findings().Where(finding => finding.Code == "FT2003").ShouldHaveSingleItem();
        finding.Message.ShouldBe("this line is in ShareGPT format (\"conversations\"), but line 1 is a chat example (\"messages\"); all lines must have one format; so on 1,667 of 5,000 lines (33 %), first on lines 2, 5 and 8");
    }

    [Fact]
    public void AValueThatDiffersOnEachLineHidesNoCause()
    {
        var tools = """[{"type": "function", "function": {"name": "stock", "parameters": {"type": "object", "properties": {}}}}]""";
        string[] lines = [.. Enumerable.Range(0, 30).Select(i => $$$"""{"messages": [{"role": "user", "content": "{{{i}}}?"}, {"role": "assistant", "tool_calls": [{"id": "c{{{i}}}", "type": "function", "function": {"name": "stock", "arguments": "{}"}}]}, {"role": "tool", "tool_call_id": "c{{{i}}}", "content": "{{{i}}}"}, {"role": "assistant", "content": "{{{i}}} are left."}], "tools": {{{tools}}}}""")];
        using var dataset = new Dataset(lines) { Profile = "mistral" };

        dataset.Findings().Where(finding => finding.Code == "FT2025").ShouldHaveSingleItem().Message
            .ShouldBe("the call's id is none that is taken; Mistral AI wants it to match ^[a-zA-Z0-9]{9}$; so on all 30 lines, first on lines 1, 2 and 3");
        using var two = new Dataset(lines[..2]) { Profile = "mistral" };
        two.Findings().Where(finding => finding.Code == "FT2025").Select(finding => finding.Message[..23]).ShouldBe(["the call's id is \"c0\"; ", "the call's id is \"c1\"; "]);
    }

    private static string[] Lines(int count, Func<int, bool> has, string key = "\"note\": 7") =>
        [.. Enumerable.Range(0, count).Select(i => $$"""{"messages": [{"role": "user", "content": "{{i}}?"}, {"role": "assistant", "content": "It is {{i * 7}}."}]{{(has(i) ? ", " + key : "")}}}""")];

    private static List<Finding> Keys(string[] lines, string about = "")
    {
        using var dataset = new Dataset(lines) { Profile = "openai" };
        return [.. dataset.Findings().Where(finding => finding.Code == "FT2004" && finding.Message.Contains(about, StringComparison.Ordinal))];
    }
}
