using System.Text;

namespace FineTune.Core.Tests.Fixing;

/// <summary>Files that hold the right examples in a form that is no JSONL: a safe fix writes them as lines, and loses nothing.</summary>
public class WhenAFileHasAnotherForm
{
    private const string One = """{"messages": [{"role": "user", "content": "Hello, it's \"you\" é"}, {"role": "assistant", "content": "Hi"}]}""";

    private const string Two = """{"messages": [{"role": "user", "content": "Bye"}, {"role": "assistant", "content": "So long"}]}""";

    private static readonly (string One, string Two) Messages = (One[13..^1], Two[13..^1]);

    public static TheoryData<string, string> Forms => new()
    {
        { "list of conversations", $"[{Messages.One},\n {Messages.Two}]" },
        { "columns", $$$"""{"messages": {"0": {{{Messages.One}}}, "1": {{{Messages.Two}}}}}""" },
        { "columns as lists", $$$"""{"messages": [{{{Messages.One}}}, {{{Messages.Two}}}]}""" },
        { "rows under numbers", $$$"""{"0": {{{One}}}, "1": {{{Two}}}}""" },
        { "rows without names", $$$"""{"columns": ["messages"], "index": [0, 1], "data": [[{{{Messages.One}}}], [{{{Messages.Two}}}]]}""" },
        { "wrapped", $"{{\"data\": [\n  {One},\n  {Two}\n]}}" },
        { "wrapped with a comma too many", $"{{\"items\": [\n  {One},\n  {Two},\n],\n}}" },
        { "dataset server", $$$"""{"rows": [{"row_idx": 0, "row": {{{One}}}}, {"row_idx": 1, "row": {{{Two}}}}]}""" },
        { "strings in a list", $"[{Quote(One)}, {Quote(Two)}]" },
        { "strings", $"{Quote(One)}\n{Quote(Two)}\n" },
        { "lists", $"[ {One} ]\n[{Two}]\n" },
        { "lists of several", $"[{One}, {Two}]\n" },
        { "lists of messages", $"{Messages.One}\n{Messages.Two}\n" },
        { "cells", $"\"{One.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n\"{Two.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n" },
        { "Python", "{'messages': [{'role': 'user', 'content': 'Hello, it\\'s \"you\" \\xe9'}, {'role': 'assistant', 'content': 'Hi'}]}\n{'messages': [{'role': 'user', 'content': 'Bye'}, {'role': 'assistant', 'content': 'So long'}]}\n" },
        { "fence", $"```jsonl\n{One}\n{Two}\n```\n" },
        { "fence around a list", $"```json\n[\n{One},\n{Two}\n]\n```" },
        { "comments", $"# made by hand\n{One}\n  // the second\n{Two}\n" },
        { "a comment before a list", $"# made by hand\n\n// twice\n[\n{One},\n{Two}\n]\n" },
        { "a comment before a fence", $"# made by hand\n```json\n{One}\n{Two}\n```\n" },
        { "a mark in the middle", $"{One}\n\uFEFF{Two}\n" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void ItsExamplesBecomeLines(string name, string text)
    {
        using var file = new FixedFile(text);
        file.Codes().ShouldNotBeEmpty(name);

        var fix = file.Fix();

        fix.Left.ShouldBeEmpty();
        file.Text.ShouldBe($"{One}\n{Two}\n");
        file.Fix().Lines.ShouldBe(0);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void OtherEncodingsBecomeUtf8(bool bigEndian, bool withMark)
    {
        Encoding encoding = new UnicodeEncoding(bigEndian, withMark);
        using var file = new FixedFile([.. encoding.Preamble, .. encoding.GetBytes($"{One}\n{Two},\n")]);

        file.Fix().Fixed.ShouldBe([new("FT1002", 1), new("FT1005", 1)]);

        file.Text.ShouldBe($"{One}\n{Two}\n");
        file.Fix().Lines.ShouldBe(0);
    }

    [Fact]
    public void HalfACharacterInAnotherEncodingStays()
    {
        byte[] broken = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("{\"a\": \"x\"}\n"), 0x00, 0xD8, 0x22, 0x00];
        using var file = new FixedFile(broken);

        file.Fix().Left.ShouldHaveSingleItem().Reason.ShouldBe("the text cannot be read without a loss");

        file.Bytes.ShouldBe(broken);
    }

    [Theory]
    [InlineData("An\nswer", "An\\nswer")]
    [InlineData("f() {\n}\n\n// not a comment", "f() {\\n}\\n\\n// not a comment")]
    [InlineData("a\tb\u0001", "a\\tb\\u0001")]
    public void WhatStandsInAStringAsItIsIsEscaped(string raw, string right)
    {
        using var file = new FixedFile($"{One}\r\n{Two.Replace("So long", raw, StringComparison.Ordinal)}\r\n{One.Replace("Hi", "Ho", StringComparison.Ordinal)}");

        file.Fix().Fixed.ShouldBe([new("FT1005", 1)]);

        file.Text.ShouldBe($"{One}\r\n{Two.Replace("So long", right, StringComparison.Ordinal)}\r\n{One.Replace("Hi", "Ho", StringComparison.Ordinal)}");
        file.Fix().Lines.ShouldBe(0);
    }

    [Fact]
    public void ALineBreakInAStringIsFoundAcrossTheBlocksOfALargeFile()
    {
        var line = Two.Replace("So long", new string('x', 5000), StringComparison.Ordinal) + "\n";
        var text = string.Concat(Enumerable.Range(0, 500).Select(i => i % 2 == 0 ? line : line.Replace("\"xxx", "\"y\nz", StringComparison.Ordinal)));
        using var file = new FixedFile(text);

        file.Fix().Left.ShouldBeEmpty();

        file.Text.Count(character => character == '\n').ShouldBe(500);
        file.Fix().Lines.ShouldBe(0);
    }

    [Fact]
    public void NumbersStayAsTheyAreWritten()
    {
        using var file = new FixedFile("""{"messages": {"0": [{"role": "user", "content": "a", "n": 9007199254740993}]}, "price": {"0": 1.10}}""");

        file.Fix();

        file.Text.ShouldBe("{\"messages\": [{\"role\": \"user\", \"content\": \"a\", \"n\": 9007199254740993}], \"price\": 1.10}\n");
    }

    [Fact]
    public void WhatStandsAroundTheExamplesGoesOnlyWhereItIsAskedFor()
    {
        var text = $$$"""{"version": 3, "data": [{{{One}}}]}""";
        using var safe = new FixedFile(text);
        safe.Fix().Left.ShouldHaveSingleItem().Reason.ShouldStartWith("\"version\" stands beside the list");
        safe.Text.ShouldBe(text);

        using var file = new FixedFile(text) { Convert = true };
        file.Fix().LeftOut.ShouldBe(["version"]);

        file.Text.ShouldBe(One + "\n");
    }

    [Theory]
    [InlineData("{'a': {1, 2}}")]
    [InlineData("{'a': nan}")]
    [InlineData("{1: 'a'}")]
    [InlineData("{'a': b'x'}")]
    [InlineData("{'a': '\\N{DASH}'}")]
    [InlineData("{'a': 'b'")]
    [InlineData("\"{\"\"a\"\": 1}")]
    [InlineData("[{\"a\": 1}, 2]")]
    [InlineData("{\"a\": \"b\u00A0")]
    public void WhatHasNoRightFormStays(string line)
    {
        using var file = new FixedFile($"{One}\n{line}\n");

        file.Fix().Lines.ShouldBe(0);

        file.Text.ShouldBe($"{One}\n{line}\n");
    }

    [Fact]
    public void WhatMayBeTheRestOfABrokenTextIsNoComment()
    {
        var text = $"{One}\n{{\"messages\": [{{\"role\": \"user\", \"content\": \"a\n# Heading\nb\", c}}]}}\n{Two}\n";
        using var file = new FixedFile(text);

        file.Fix().Lines.ShouldBe(0);

        file.Text.ShouldBe(text);
    }

    [Fact]
    public void AFileOfCommentsAloneStays()
    {
        using var file = new FixedFile("# nothing\n\n// here\n");

        file.Fix().Lines.ShouldBe(0);
    }

    private static string Quote(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
