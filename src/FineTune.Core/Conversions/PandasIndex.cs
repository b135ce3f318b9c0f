using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Conversions;

/// <summary>The numbers of a table's rows, as pandas and Arrow write them beside the columns.</summary>
internal static class PandasIndex
{
    /// <summary>Whether a property of a line is such a number.</summary>
    public static bool Is(Example example, JsonProperty property)
    {
        var name = example.Name(property.Name);
        return (name.SequenceEqual("index"u8) || name.SequenceEqual("level_0"u8) || name.StartsWith("Unnamed: 0"u8) || name.StartsWith("__index_level_"u8))
            && example.Node(property.Value).Kind is JsonKind.Number or JsonKind.Null;
    }

    /// <summary>The name nodes of all such numbers of an object.</summary>
    public static IReadOnlyList<int> KeysOf(Example example, int holder)
    {
        var keys = new List<int>();
        foreach (var property in example.Tape.Properties(holder))
        {
            if (Is(example, property))
            {
                keys.Add(property.Name);
            }
        }
        return keys;
    }
}
