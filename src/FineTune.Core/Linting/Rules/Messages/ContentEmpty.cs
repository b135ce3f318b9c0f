using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Messages;

/// <summary>FT2013: content is empty. An empty answer is an error, an empty question a warning, so is a word that stands for nothing; results and calls may be empty.</summary>
internal sealed class ContentEmpty() : ExampleRule("FT2013", "content-empty", Severity.Error, "Content is empty")
{
    public override bool AppliesTo(ExampleFormat format) => HasMessages(format);

    public override void Check(Example example, Inspection inspection)
    {
        foreach (ref readonly var message in example.Messages)
        {
            if (message.Content < 0 || message.IsResult)
            {
                continue;
            }
            var node = example.Node(message.Content);
            if (node.IsText && IsWordForNothing(example.RawText(message.Content), message))
            {
                inspection.Report(
                    this,
                    Severity.Warning,
                    example,
                    message.Content,
                    $"content is the text {SafeText.Quote(example.Show(message.Content))}, as programs print it where there is no value; {(message.Calls ? "beside a call it must be left out or null" : "write the text that was meant, or leave the example out")}");
                continue;
            }
            if (message.StandsWithoutContent(example))
            {
                continue;
            }
            if (node.IsText && IsBlank(example, message.Content, inspection))
            {
                Report(example, message, message.Content, inspection, node.Length == 2 ? "content is empty" : "content is only white space");
            }
            else if (node.Kind == JsonKind.Array)
            {
                CheckParts(example, message, inspection);
            }
        }
    }

    private void CheckParts(Example example, in Message message, Inspection inspection)
    {
        if (example.Tape.CountItems(message.Content) == 0)
        {
            Report(example, message, message.Content, inspection, "content is an empty list");
            return;
        }
        foreach (var part in example.Tape.Items(message.Content))
        {
            var text = example.Find(part, "text"u8);
            if (text >= 0 && example.Node(text).IsText && IsBlank(example, text, inspection))
            {
                Report(example, message, text, inspection, "the text of this part is empty");
            }
        }
    }

    private void Report(Example example, in Message message, int node, Inspection inspection, string what)
    {
        if (message.Role == MessageRole.Assistant)
        {
            inspection.Report(this, example, node, $"{what}; the model would learn to answer nothing");
        }
        else if (message.Role != MessageRole.Unknown)
        {
            inspection.Report(this, Severity.Warning, example, node, $"{what}; a message without text teaches nothing");
        }
    }

    // An answer may be the label "None", or the JSON null that was asked for; beside a call, and from others, it is neither.
    private static bool IsWordForNothing(ReadOnlySpan<byte> text, in Message message) => text.Length switch
    {
        3 => text.SequenceEqual("nan"u8) || text.SequenceEqual("NaN"u8),
        4 => (text.SequenceEqual("null"u8) || text.SequenceEqual("None"u8)) && (message.Role != MessageRole.Assistant || message.Calls),
        9 => text.SequenceEqual("undefined"u8),
        _ => false,
    };

    private static bool IsBlank(Example example, int node, Inspection inspection) =>
        example.Node(node).Length == 2 || (example.Node(node).Length < 64 && IsWhiteSpace(example.Text(node, inspection.Scratch)));

    private static bool IsWhiteSpace(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            System.Text.Rune.DecodeFromUtf8(text, out var rune, out var length);
            if (!System.Text.Rune.IsWhiteSpace(rune) && rune.Value is not (0x200B or 0xFEFF))
            {
                return false;
            }
            text = text[length..];
        }
        return true;
    }
}
