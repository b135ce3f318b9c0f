using System.Buffers;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Answers;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Signals;

namespace FineTune.Core.Linting.Rules.Answers;

/// <summary>FT4015: an answer holds a placeholder that nobody filled in.</summary>
internal sealed class PlaceholderText() : AnswerRule("FT4015", "placeholder-text", Severity.Info, "A placeholder was never filled in")
{
    public static PlaceholderText Rule { get; } = new();

    private static readonly SearchValues<byte> CodeMarks = SearchValues.Create("`{}<>;"u8);

    private const int LongestPlaceholder = 40;

    private static readonly string[] Words = ["your ", "insert ", "name]", "company name", "company]", "customer name", "customer]", "date]"];

    /// <summary>Who asks for one of these wants the placeholders.</summary>
    private static readonly string[] Requests = ["template", "letter", "email", "e-mail", "draft", "write", "placeholder", "resume", "speech", "form", "contract", "lorem", "filler", "dummy"];

    public override void Check(Example example, Inspection inspection)
    {
        if (!inspection.Signals.Has(SignalKind.Placeholder))
        {
            return;
        }
        var (judged, isCode) = (-1, false);
        for (var next = 0; inspection.Signals.TryNext(SignalKind.Placeholder, ref next, out var start);)
        {
            var text = AnswerTexts.At(example, start);
            if (text < 0)
            {
                continue;
            }
            var raw = example.RawText(text);
            (judged, isCode) = text == judged ? (judged, isCode) : (text, raw.IndexOfAny(CodeMarks) >= 0);
            var at = start - example.Node(text).Start - 1;
            if (!isCode && LengthOf(raw, at) is > 0 and var length)
            {
                if (IsAskedFor(example))
                {
                    return;
                }
                // The mark of lorem ipsum leaves out its first letter, which is large or small.
                var from = raw[at] == '[' ? start : start - 1;
                inspection.Report(
                    this,
                    example,
                    from,
                    start + length,
                    $"{SafeText.Quote(System.Text.Encoding.UTF8.GetString(example.Line[from..(start + length)]))} is a placeholder that nobody filled in; the model will write it to your users");
                return;
            }
        }
    }

    private static int LengthOf(ReadOnlySpan<byte> raw, int at)
    {
        if (raw[at] != '[')
        {
            return at > 0 && raw[at - 1] is (byte)'l' or (byte)'L' ? "orem ipsum".Length : 0;
        }
        var end = raw[at..Math.Min(raw.Length, at + LongestPlaceholder + 1)].IndexOf((byte)']');
        // A link has its target after it.
        if (end < 0 || raw[(at + end + 1)..].StartsWith("("u8) || raw.Slice(at, end).Contains((byte)'\\'))
        {
            return 0;
        }
        var inside = System.Text.Encoding.UTF8.GetString(raw.Slice(at + 1, end));
        return Words.Any(word => inside.StartsWith(word, StringComparison.OrdinalIgnoreCase)) ? end + 1 : 0;
    }

    private static bool IsAskedFor(Example example)
    {
        foreach (ref readonly var message in example.Messages)
        {
            if (message.Role is MessageRole.User or MessageRole.System or MessageRole.Developer)
            {
                foreach (var text in new MessageTexts(example, message))
                {
                    var asked = example.Show(text);
                    if (Requests.Any(request => asked.Contains(request, StringComparison.OrdinalIgnoreCase)))
                    {
                        return true;
                    }
                }
            }
        }
        return example.Format == ExampleFormat.PromptCompletion && example.Find(0, "prompt"u8) is >= 0 and var prompt
            && example.Show(prompt) is var shown && Requests.Any(request => shown.Contains(request, StringComparison.OrdinalIgnoreCase));
    }
}
