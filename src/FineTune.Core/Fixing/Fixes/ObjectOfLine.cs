using FineTune.Core.Conversions.Lines;

namespace FineTune.Core.Fixing.Fixes;

/// <summary>FT1005 and FT1006: a line that stands for an object becomes that object.</summary>
internal sealed class ObjectOfLine(LineForm form) : ILineFix
{
    public string Code => form.Code;

    public bool AppliesTo(FixScope scope) => scope.Reports(Code);

    public byte[]? Apply(FixLine line) => line.IsObject ? null : form.Read(line.Example.Line);
}
