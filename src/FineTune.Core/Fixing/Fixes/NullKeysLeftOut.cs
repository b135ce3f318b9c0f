using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Rules.Schema;

namespace FineTune.Core.Fixing.Fixes;

/// <summary>FT2039: leaves out keys whose null stands for nothing.</summary>
internal sealed class NullKeysLeftOut : ILineFix
{
    public Rule Rule => NullKeysRule.Rule;

    public bool AppliesTo(FixScope scope) => scope.Reports(Rule);

    public byte[]? Apply(FixLine line)
    {
        if (!line.IsObject || line.Example.Tape.LeftOut.Count == 0)
        {
            return null;
        }
        if (StandsTwice(line.Example) is { } key)
        {
            line.Leave(this, $"\"{key}\" is null and stands twice; only you can say which of them counts");
            return null;
        }
        return KeptText.Of(line.Example, 0).ToArray();
    }

    /// <summary>A key that is left out and that its object has once more; null for none.</summary>
    private static string? StandsTwice(Example example)
    {
        for (var i = 0; i < example.Tape.Count; i++)
        {
            if (example.Node(i).Kind == JsonKind.Object && Repeated(example, i) is { } key)
            {
                return key;
            }
        }
        return null;
    }

    private static string? Repeated(Example example, int node)
    {
        HashSet<string>? gone = null;
        foreach (var property in example.Tape.AllProperties(node))
        {
            if ((example.Node(property.Name).Traits & StringTraits.LeftOut) != 0 && !(gone ??= new(StringComparer.Ordinal)).Add(example.Show(property.Name)))
            {
                return example.Show(property.Name);
            }
        }
        if (gone is not null)
        {
            foreach (var property in example.Tape.Properties(node))
            {
                if (gone.Contains(example.Show(property.Name)))
                {
                    return example.Show(property.Name);
                }
            }
        }
        return null;
    }
}
