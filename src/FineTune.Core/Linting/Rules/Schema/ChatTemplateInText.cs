using System.Text;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Signals;

namespace FineTune.Core.Linting.Rules.Schema;

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
            if (IsInText(example, start))
            {
                var end = start + EndOfMark(example.Line[start..]);
                inspection.Report(this, example, start, end, $"{SafeText.Quote(Encoding.ASCII.GetString(example.Line[start..end]))} is a mark of a chat template; the host adds its own around each message");
                return;
            }
        }
    }

    private static bool IsInText(Example example, int place)
    {
        foreach (ref readonly var message in example.Messages)
        {
            foreach (var text in new MessageTexts(example, message))
            {
                if (place > example.Node(text).Start && place < example.Node(text).End)
                {
                    return true;
                }
            }
        }
        return false;
    }

    /// <summary>A mark ends at its last bracket.</summary>
    private static int EndOfMark(ReadOnlySpan<byte> mark)
    {
        var end = mark.IndexOfAny((byte)'>', (byte)']') + 1;
        return end < mark.Length && mark[1] == '<' && mark[end] == '>' ? end + 1 : end;
    }
}
