using System.Text;
using System.Text.RegularExpressions;
using FineTune.Core.Findings;

namespace FineTune.Tool.Terminal;

/// <summary>What people read passes through here: whatever was put into a line, it is harmless to a terminal and to a CI log. Our own colours and line ends pass.</summary>
/// <param name="target">Where it goes.</param>
/// <param name="hasColor">Whether we colour it.</param>
internal sealed partial class SafeWriter(TextWriter target, bool hasColor) : TextWriter
{
    public override Encoding Encoding => target.Encoding;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value)
    {
        if (value is { Length: > 0 })
        {
            target.Write(string.Join('\n', value.Split('\n').Select(Line)));
        }
    }

    public override void Flush() => target.Flush();

    private string Line(string line)
    {
        if (!hasColor || !line.Contains('\e', StringComparison.Ordinal))
        {
            return SafeText.Clean(line);
        }
        var shown = new StringBuilder();
        var start = 0;
        foreach (Match color in Colors().Matches(line))
        {
            shown.Append(SafeText.Clean(line[start..color.Index])).Append(color.Value);
            start = color.Index + color.Length;
        }
        return shown.Append(SafeText.Clean(line[start..])).ToString();
    }

    // Those of Ansi, and no others.
    [GeneratedRegex(@"\e\[(0|1|2|32|36|1;31|1;33)m", RegexOptions.ExplicitCapture)]
    private static partial Regex Colors();
}
