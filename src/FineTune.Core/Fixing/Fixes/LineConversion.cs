using FineTune.Core.Conversions;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Rules.Schema;

namespace FineTune.Core.Fixing.Fixes;

/// <summary>FT2001: a line in another tool's form becomes one that the hosts read.</summary>
internal sealed class LineConversion(Conversion conversion) : ILineFix
{
    public Rule Rule => UnknownFormat.Rule;

    public bool AppliesTo(FixScope scope) => scope.Wants(conversion) && scope.Reports(Rule);

    public byte[]? Apply(FixLine line)
    {
        if (!line.IsObject || !conversion.Reads(line.Example))
        {
            return null;
        }
        var (leftovers, reason) = (line.Scope.Leftovers(conversion), "it holds no message");
        if (conversion.Write(line.Example, leftovers, ref reason) is { } converted)
        {
            line.LeaveOut(leftovers.Dropped);
            return converted;
        }
        line.Leave(this, $"the line is not converted: {reason}");
        return null;
    }
}
