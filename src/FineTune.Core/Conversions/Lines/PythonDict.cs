using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;

namespace FineTune.Core.Conversions.Lines;

/// <summary><c>{'messages': [{'role': 'user'}], 'ok': True}</c>: what Python prints of a dict.</summary>
internal sealed class PythonDict : LineForm
{
    public override Rule Rule => FileRules.JsonSyntax;

    public override string Description => "a Python dict as print shows it (single quotes, None, True), not JSON as json.dumps writes it";

    public override byte[]? Read(ReadOnlySpan<byte> line)
    {
        line = line.Trim(" \t\r"u8);
        return !line.IsEmpty && line[0] == '{' && PythonLiteral.ToJson(line) is { } json && JsonText.IsObject(json) ? json : null;
    }
}
