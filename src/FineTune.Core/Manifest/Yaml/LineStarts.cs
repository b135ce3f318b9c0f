using FineTune.Core.Findings;

namespace FineTune.Core.Manifest.Yaml;

/// <summary>Turns offsets of a text into lines and columns as editors count them: YAML itself also ends lines where no editor does.</summary>
internal sealed class LineStarts
{
    private readonly List<int> starts = [0];
    private readonly int length;

    public LineStarts(string text)
    {
        length = text.Length;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }
    }

    public TextPosition At(long offset)
    {
        var place = (int)Math.Clamp(offset, 0, length);
        var found = starts.BinarySearch(place);
        var line = found >= 0 ? found : ~found - 1;
        return new TextPosition(line + 1, place - starts[line] + 1);
    }
}
