namespace FineTune.Core.Tests.Linting;

public class WhenALineIsNotJson
{
    [Theory]
    [InlineData("""{"messages": [],}""", 16, 17, "a comma stands before the closing bracket; JSON allows none after the last value")]
    [InlineData("""{"messages": [1, 2,]}""", 19, 20, "a comma stands before the closing bracket; JSON allows none after the last value")]
    [InlineData("""{"messages": []},""", 17, 18, "remove the comma at the end of the line: lines of a JSONL file stand by themselves")]
    [InlineData("""{messages: []}""", 2, 10, "the key \"messages\" has no quotes; keys stand in double quotes in JSON")]
    [InlineData("""{"a": 1, role": "user"}""", 10, 14, "the key \"role\" lacks its opening quote")]
    [InlineData("""{'a': 1}""", 2, 5, "strings stand in double quotes (\") in JSON, not in single ones")]
    [InlineData("""{"a": 'b'}""", 7, 10, "strings stand in double quotes (\") in JSON, not in single ones")]
    [InlineData("""{"a": "he said "no" to me"}""", 16, 17, "this quote ends the string, but text goes on after it; a quote inside a string is written \\\"")]
    [InlineData("""{"a": 1 "b": 2}""", 7, 8, "a comma is missing after this")]
    [InlineData("""{"a": "x" "b": 2}""", 9, 10, "a comma is missing after this")]
    [InlineData("""{"a": [{"a": 1} {"a": 2}]}""", 15, 16, "a comma is missing after this")]
    [InlineData("""{"a": 1} // note""", 10, 17, "JSON has no comments; remove it")]
    [InlineData("""{"a": /* one */ 1}""", 7, 19, "JSON has no comments; remove it")]
    [InlineData("""{"a": True}""", 7, 11, "True is Python; JSON writes true")]
    [InlineData("""{"a": None}""", 7, 11, "None is Python; JSON writes null")]
    [InlineData("""{"a": NaN}""", 7, 10, "NaN is no JSON value; use a number or null")]
    [InlineData("""{"a": yes}""", 7, 10, "\"yes\" has no quotes; text stands in double quotes in JSON")]
    [InlineData("""{"a": 01}""", 7, 9, "\"01\": numbers have no leading zero in JSON, and no other base than ten")]
    [InlineData("""{"a": .5}""", 7, 9, "\".5\": numbers start with a digit in JSON (0.5)")]
    [InlineData("""{"a": +1}""", 7, 9, "\"+1\": numbers have no plus sign in JSON")]
    [InlineData("""{"a": }""", 7, 8, "a value is missing here")]
    [InlineData("""{"a" 1}""", 6, 7, "\"1\" stands where the colon after the key \"a\" should be")]
    [InlineData("""{"a": "b""", 7, 9, "the line ends inside this string: its closing quote is missing, or the line was cut off")]
    [InlineData("""{"a": [1, 2""", 11, 12, "the line ends before the list is closed: \"]\" is missing, or the line was cut off")]
    [InlineData("""{"a": 1}}""", 9, 10, "there is a \"}\" too many here: the object is already closed")]
    [InlineData("""{"a": [1}""", 9, 10, "\"}\" closes what \"[\" opened; \"]\" belongs here")]
    [InlineData("""{"a": 1} {"a": 2}""", 10, 11, "a second JSON value starts here; each stands on its own line")]
    [InlineData("""{"a": "\x41"}""", 8, 10, "\"\\x\" is no escape in JSON: only \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\uXXXX are escapes; a backslash itself is written \\\\")]
    [InlineData("{\"a\": \"x\ty\"}", 9, 10, "a tab stands in a string as it is; JSON wants it written \\t")]
    [InlineData("{\"a\": “b”}", 7, 8, "this is a typographic quote; JSON wants the plain one (\")")]
    public void TheCauseIsNamedAtItsPlace(string line, int start, int end, string message)
    {
        using var dataset = new Dataset(line);

        dataset.Show().ShouldBe([$"(1,{start}-{end}) error FT1005: {message}"]);
    }

    [Fact]
    public void ColumnsCountUtf16UnitsAsEditorsDo()
    {
        using var dataset = new Dataset("""{"a": "😀é漢", b: 1}""");

        dataset.Show().ShouldBe(["(1,15-16) error FT1005: the key \"b\" has no quotes; keys stand in double quotes in JSON"]);
    }

    [Fact]
    public void NestingBeyond64LevelsIsRefusedWhereItStarts()
    {
        using var dataset = new Dataset($$"""{"a": {{new string('[', 100_000)}}""");

        dataset.Show().ShouldBe(["(1,70-71) error FT1010: values lie more than 64 levels deep here; parsers refuse that"]);
    }

    [Fact]
    public void ALineThatIsJsonButNoObjectSaysWhatItIs()
    {
        using var dataset = new Dataset("\"text\"", "12", "[1]", "null", "true");

        dataset.Findings().Select(finding => finding.Message).ShouldBe(
        [
            "the line is a string; each line must be a JSON object",
            "the line is a number; each line must be a JSON object",
            "the line is a list; each line must be a JSON object",
            "the line is null; each line must be a JSON object",
            "the line is a boolean; each line must be a JSON object",
        ]);
    }

    [Fact]
    public void AKeyThatStandsTwiceIsFoundAtTheSecondPlace()
    {
        using var dataset = new Dataset("""{"messages": [{"role": "user", "content": "a", "rol\u0065": "user"}, {"role": "assistant", "content": "b"}]}""");

        dataset.Show().ShouldBe(["(1,48-59) error FT1008: \"role\" stands twice in this object; parsers keep only one of the two values"]);
    }

    [Fact]
    public void HalfACharacterAndANulAreFoundAtTheEscape()
    {
        using var dataset = new Dataset("""{"messages": [{"role": "user", "content": "a\ud83db"}, {"role": "assistant", "content": "b\u0000c \ud83d\ude00"}]}""");

        dataset.Show().ShouldBe(
        [
            "(1,45-51) error FT1009: \\ud83d is half of a surrogate pair; write the whole character",
            "(1,91-97) warning FT1012: \\u0000 is a NUL character, which text never needs; remove it",
        ]);
    }
}
