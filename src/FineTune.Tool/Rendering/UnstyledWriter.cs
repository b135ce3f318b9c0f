using System.Text;
using System.Text.RegularExpressions;

namespace FineTune.Tool.Rendering;

/// <summary>What moves on a terminal whose user wants no colours: the cursor goes where it must, and nothing is bold or dim.</summary>
internal sealed partial class UnstyledWriter(TextWriter output) : TextWriter
{
    public override Encoding Encoding => output.Encoding;

    public override void Write(char value) => output.Write(value);

    public override void Write(string? value) => output.Write(value is null ? null : Style().Replace(value, ""));

    public override void Flush() => output.Flush();

    [GeneratedRegex("\e\\[[0-9;]*m")]
    private static partial Regex Style();
}
