using FineTune.Core.Conversions;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;

namespace FineTune.Core.Fixing.Fixes;

/// <summary>FT1005: a comma before a closing bracket, or after the whole line.</summary>
internal sealed class TrailingCommas : ILineFix
{
    public Rule Rule => FileRules.JsonSyntax;

    public bool AppliesTo(FixScope scope) => scope.Reports(Rule);

    public byte[]? Apply(FixLine line) =>
        line.Fault.Kind == JsonFaultKind.Syntax && SpareCommas.Remove(line.Example.Line) is { } mended && new JsonTape().Parse(mended) == JsonFault.None ? mended : null;
}
