using FineTune.Core.Conversions;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Fixing.Fixes;

/// <summary>FT1005: a comma before a closing bracket, or after the whole line.</summary>
internal sealed class TrailingCommas : ILineFix
{
    public string Code => "FT1005";

    public bool AppliesTo(FixScope scope) => scope.Reports(Code);

    public byte[]? Apply(FixLine line) =>
        line.Fault.Kind == JsonFaultKind.Syntax && SpareCommas.Remove(line.Example.Line) is { } mended && new JsonTape().Parse(mended) == JsonFault.None ? mended : null;
}
