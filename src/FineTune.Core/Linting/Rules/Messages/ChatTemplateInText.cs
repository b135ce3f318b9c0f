using System.Text;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Signals;

namespace FineTune.Core.Linting.Rules.Messages;

/// <summary>FT2037: content holds the marks of a chat template, which the host adds itself.</summary>
internal sealed class ChatTemplateInText() : ExampleRule("FT2037", "chat-template-in-text", Severity.Warning, "Content holds the marks of a chat template")
{
    public override bool AppliesTo(ExampleFormat format) => HasMessages(format);

    public override void Check(Example example, Inspection inspection)
    {
        if (!inspection.Signals.Has(SignalKind.ChatTemplate))
        {
            return;
        }
        for (var next = 0; inspection.Signals.TryNext(SignalKind.ChatTemplate, ref next, out var start);)
        {
            var end = start + EndOfMark(example.Line[start..]);
            if (IsInUse(example, start, end))
            {
                inspection.Report(this, example, start, end, $"{SafeText.Quote(Encoding.ASCII.GetString(example.Line[start..end]))} is a mark of a chat template; the host adds its own around each message");
                return;
            }
        }
    }

    // What a tool brought from outside was not written with a template.
    private static bool IsInUse(Example example, int start, int end)
    {
        var (message, text) = example.TextAt(start);
        if (message < 0 || example.Messages[message].IsResult || end >= example.Node(text).End)
        {
            return false;
        }
        var (first, last) = (example.Node(text).Start + 1, example.Node(text).End - 1);
        return IsAtAnEnd(example.Line[first..start].TrimEnd(" \t"u8), example.Line[end..last].TrimStart(" \t"u8));
    }

    /// <summary>Whether a mark opens or closes the text or a line of it, or names a role, as templates have it; in the middle of a sentence it is only spoken of.</summary>
    private static bool IsAtAnEnd(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after) =>
        before.IsEmpty || before.EndsWith("\\n"u8) || before.EndsWith("<s>"u8)
        || after.IsEmpty || after.StartsWith("\\n"u8) || after.StartsWith("</s>"u8)
        || after.StartsWith("user"u8) || after.StartsWith("assistant"u8) || after.StartsWith("system"u8);

    /// <summary>A mark ends at its last bracket.</summary>
    private static int EndOfMark(ReadOnlySpan<byte> mark)
    {
        var end = mark.IndexOfAny((byte)'>', (byte)']') + 1;
        return end < mark.Length && mark[1] == '<' && mark[end] == '>' ? end + 1 : end;
    }
}
