using System.Text;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Rules.Schema;

/// <summary>FT2037: content holds the marks of a chat template, which the host adds itself.</summary>
internal sealed class ChatTemplateInText() : ExampleRule("FT2037", "chat-template-in-text", Severity.Warning, "Content holds the marks of a chat template")
{
    private static readonly string[] Marks =
    [
        "<|im_start|>", "<|im_end|>", "<|endoftext|>", "<|eot_id|>", "<|start_header_id|>", "<|end_header_id|>", "<|begin_of_text|>",
        "[INST]", "[/INST]", "<<SYS>>", "<</SYS>>", "<start_of_turn>", "<end_of_turn>", "<|user|>", "<|assistant|>", "<|system|>",
    ];

    private static readonly byte[][] StartBytes = [.. ((string[])["<|", "[INST]", "[/INST]", "<<SYS>>", "<</SYS>>", "<start_of_turn>", "<end_of_turn>"]).Select(Encoding.UTF8.GetBytes)];

    private static readonly byte[][] MarkBytes = [.. Marks.Select(Encoding.UTF8.GetBytes)];

    public override bool AppliesTo(ExampleFormat format) => HasMessages(format);

    public override void Check(Example example, Inspection inspection)
    {
        foreach (ref readonly var message in example.Messages)
        {
            foreach (var text in new MessageTexts(example, message))
            {
                var raw = example.RawText(text);
                if (Find(raw) is var (at, mark) && mark is not null)
                {
                    var start = example.Node(text).Start + 1 + at;
                    inspection.Report(this, example, start, start + mark.Length, $"{SafeText.Quote(mark)} is a mark of a chat template; the host adds its own around each message");
                    return;
                }
            }
        }
    }

    // Looked for by the starts that ordinary text and code do not have: a search for "<" alone would stop all the time.
    private static (int At, string? Mark) Find(ReadOnlySpan<byte> raw)
    {
        for (var i = 0; i < StartBytes.Length; i++)
        {
            var from = 0;
            while (raw[from..].IndexOf(StartBytes[i]) is >= 0 and var next)
            {
                from += next;
                for (var mark = 0; mark < MarkBytes.Length; mark++)
                {
                    if (raw[from..].StartsWith(MarkBytes[mark]))
                    {
                        return (from, Marks[mark]);
                    }
                }
                from++;
            }
        }
        return (-1, null);
    }
}
