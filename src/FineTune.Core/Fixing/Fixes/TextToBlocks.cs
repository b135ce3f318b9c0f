using FineTune.Core.Conversions;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Rules.Messages;

namespace FineTune.Core.Fixing.Fixes;

/// <summary>FT2012: content is text where Converse and Gemini have a list of <c>{"text": …}</c>.</summary>
internal sealed class TextToBlocks : ILineFix
{
    public Rule Rule => ContentType.Rule;

    public bool AppliesTo(FixScope scope) =>
        scope.Reports(Rule) && scope.Uses.All(use => MethodFormats.Fits(use, ExampleFormat.Converse) || MethodFormats.Fits(use, ExampleFormat.Gemini));

    public byte[]? Apply(FixLine line)
    {
        var (example, edits) = (line.Example, new LineEdits());
        if (!line.IsObject || example.Format is not (ExampleFormat.Converse or ExampleFormat.Gemini) || !line.Scope.Uses.All(use => MethodFormats.Fits(use, example.Format)))
        {
            return null;
        }
        foreach (ref readonly var message in example.Messages)
        {
            if (message.Content >= 0 && example.Node(message.Content).IsText)
            {
                edits.Insert(example.Node(message.Content).Start, "[{\"text\": "u8);
                edits.Insert(example.Node(message.Content).End, "}]"u8);
            }
        }
        return edits.IsEmpty ? null : edits.Apply(example.Line);
    }
}
