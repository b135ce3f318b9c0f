using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Linting.Answers;

/// <summary>Tells what an answer is written in. One object is used for answer after answer.</summary>
internal sealed class AnswerForms
{
    private readonly JsonTape tape = new();

    /// <summary>The form of an answer.</summary>
    /// <param name="text">Its text, escapes resolved.</param>
    public AnswerForm Of(ReadOnlySpan<byte> text)
    {
        text = text.Trim(" \t\r\n"u8);
        if (text.Length == 0)
        {
            return AnswerForm.None;
        }
        return text[0] switch
        {
            (byte)'{' or (byte)'[' => tape.Parse(text).Kind == JsonFaultKind.None ? AnswerForm.Json : AnswerForm.BrokenJson,
            (byte)'<' when text.Length > 2 && (char.IsAsciiLetter((char)text[1]) || text[1] == '?') => XmlShape.IsBalanced(text) ? AnswerForm.Xml : AnswerForm.BrokenXml,
            (byte)'`' when text.StartsWith("```"u8) => text.Length > 6 && text.EndsWith("```"u8) ? AnswerForm.Fenced : AnswerForm.BrokenFence,
            _ => AnswerForm.Prose,
        };
    }
}
