using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Linting.Answers;

/// <summary>Tells what an answer is written in. One object is used for answer after answer.</summary>
internal sealed class AnswerForms
{
    private readonly JsonTape tape = new();

    /// <summary>The form of an answer.</summary>
    /// <param name="example">The example.</param>
    /// <param name="answer">Node of its text.</param>
    /// <param name="scratch">For the escapes.</param>
    public AnswerForm Of(Example example, int answer, Scratch scratch)
    {
        var start = SkipBlank(example.RawText(answer));
        if (start.Length == 0)
        {
            return AnswerForm.None;
        }
        return start[0] is (byte)'{' or (byte)'[' or (byte)'<' or (byte)'`' ? Of(example.Text(answer, scratch).Trim(" \t\r\n"u8)) : AnswerForm.Prose;
    }

    private AnswerForm Of(ReadOnlySpan<byte> text) => text.Length == 0 ? AnswerForm.None : text[0] switch
    {
        (byte)'{' or (byte)'[' => tape.Parse(text).Kind == JsonFaultKind.None ? AnswerForm.Json : AnswerForm.BrokenJson,
        (byte)'<' when text.Length > 2 && (char.IsAsciiLetter((char)text[1]) || text[1] == '?') => XmlShape.IsBalanced(text) ? AnswerForm.Xml : AnswerForm.BrokenXml,
        (byte)'`' when text.StartsWith("```"u8) => text.Length > 6 && text.EndsWith("```"u8) ? AnswerForm.Fenced : AnswerForm.BrokenFence,
        _ => AnswerForm.Prose,
    };

    /// <summary>The text without white space at its start, escaped or not.</summary>
    private static ReadOnlySpan<byte> SkipBlank(ReadOnlySpan<byte> raw)
    {
        while (true)
        {
            raw = raw.TrimStart((byte)' ');
            if (raw.Length < 2 || raw[0] != '\\' || raw[1] is not ((byte)'n' or (byte)'r' or (byte)'t'))
            {
                return raw;
            }
            raw = raw[2..];
        }
    }
}
