using FineTune.Core.Conversions;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;

namespace FineTune.Core.Fixing.Fixes;

/// <summary>FT1005: several objects in one line, one after the other or with commas between them.</summary>
internal sealed class ObjectsInOneLine : ILineFix
{
    public Rule Rule => FileRules.JsonSyntax;

    public bool AppliesTo(FixScope scope) => scope.Reports(Rule);

    public byte[]? Apply(FixLine line)
    {
        if (line.Fault.Kind != JsonFaultKind.Syntax)
        {
            return null;
        }
        var objects = new List<byte[]>();
        var rest = line.Example.Line.Trim(" \t\r"u8);
        while (!rest.IsEmpty)
        {
            var end = rest[0] == '{' ? JsonText.EndOfBrackets(rest, 0) : -1;
            if (end < 0 || Read(rest[..end]) is not { } found)
            {
                return null;
            }
            objects.Add(found);
            rest = rest[end..].TrimStart(" \t\r"u8);
            if (!rest.IsEmpty && rest[0] == ',')
            {
                rest = rest[1..].TrimStart(" \t\r"u8);
            }
        }
        if (objects.Count < 2)
        {
            return null;
        }
        var lines = new MemoryStream();
        for (var i = 0; i < objects.Count; i++)
        {
            lines.Write(i == 0 ? default : "\n"u8);
            lines.Write(objects[i]);
        }
        return lines.ToArray();
    }

    private static byte[]? Read(ReadOnlySpan<byte> text) =>
        JsonText.IsObject(text) ? text.ToArray() : SpareCommas.Remove(text) is { } mended && JsonText.IsObject(mended) ? mended : null;
}
