using System.Text;
using FineTune.Core.Conversions;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;

namespace FineTune.Core.Fixing.Fixes;

/// <summary>FT4009: text that was UTF-8 and was read as Windows-1252, where the way back loses nothing.</summary>
internal sealed class MojibakeRepair : ILineFix
{
    public Rule Rule => Linting.Rules.Quality.Mojibake.Rule;

    public bool AppliesTo(FixScope scope) => scope.Unsafe && scope.Reports(Rule);

    public byte[]? Apply(FixLine line)
    {
        if (!line.IsObject || (line.Example.Line.IndexOfAnyInRange((byte)0x80, (byte)0xFF) < 0 && line.Example.Line.IndexOf("\\u"u8) < 0)
            || Linting.Rules.Quality.Mojibake.IsAboutEncodings(line.Example))
        {
            return null;
        }
        var edits = new LineEdits();
        Walk(line.Example, 0, line.Scratch, edits);
        return edits.IsEmpty ? null : edits.Apply(line.Example.Line);
    }

    private static void Walk(Example example, int node, Scratch scratch, LineEdits edits)
    {
        switch (example.Node(node).Kind)
        {
            case JsonKind.Object:
                foreach (var property in example.Tape.Properties(node))
                {
                    Walk(example, property.Value, scratch, edits);
                }
                break;
            case JsonKind.Array:
                foreach (var item in example.Tape.Items(node))
                {
                    Walk(example, item, scratch, edits);
                }
                break;
            case JsonKind.String when (example.Node(node).Traits & StringTraits.LoneSurrogate) == 0:
                if (Windows1252Repair.Of(Encoding.UTF8.GetString(example.Text(node, scratch))) is { } text)
                {
                    edits.Replace(example.Node(node).Start, example.Node(node).End, JsonText.Quote(Encoding.UTF8.GetBytes(text)));
                }
                break;
        }
    }
}
