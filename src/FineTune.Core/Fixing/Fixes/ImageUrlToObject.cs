using FineTune.Core.Conversions;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Rules.Messages;

namespace FineTune.Core.Fixing.Fixes;

/// <summary>FT2035: the address of an image stands alone where hosts want it in an object.</summary>
internal sealed class ImageUrlToObject : ILineFix
{
    public Rule Rule => ImagePartInvalid.Rule;

    // The hosts whose own samples have an object, and a message that names it.
    public bool AppliesTo(FixScope scope) => scope.Reports(Rule) && scope.Uses.All(use => use.Profile.Name is "openai" or "azure");

    public byte[]? Apply(FixLine line)
    {
        if (!line.IsObject)
        {
            return null;
        }
        var (example, edits) = (line.Example, new LineEdits());
        foreach (ref readonly var message in example.Messages)
        {
            if (message.Content < 0 || example.Node(message.Content).Kind != JsonKind.Array)
            {
                continue;
            }
            foreach (var part in example.Tape.Items(message.Content))
            {
                if (example.Find(part, "type"u8) is >= 0 and var type && example.Is(type, "image_url"u8) && example.Find(part, "image_url"u8) is >= 0 and var url && example.Node(url).IsText)
                {
                    edits.Insert(example.Node(url).Start, "{\"url\": "u8);
                    edits.Insert(example.Node(url).End, "}"u8);
                }
            }
        }
        return edits.IsEmpty ? null : edits.Apply(example.Line);
    }
}
