using FineTune.Core.Conversions.Lines;
using FineTune.Core.Findings;

namespace FineTune.Core.Fixing.Fixes;

/// <summary>FT1005 and FT1006: a line that stands for an object becomes that object.</summary>
internal sealed class ObjectOfLine(LineForm form) : ILineFix
{
    public Rule Rule => form.Rule;

    public bool AppliesTo(FixScope scope) => scope.Reports(Rule);

    public byte[]? Apply(FixLine line) => line.IsObject ? null : form.Read(line.Example.Line);
}
