using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Rules.Quality;

/// <summary>The keys by which two examples differ that are otherwise the same.</summary>
internal static class OtherKeys
{
    private const int Shown = 3;

    /// <summary>Such keys as the end of a clause: <c>, apart from "id"</c>; empty where there are none.</summary>
    public static string Between(Example? left, Example? right)
    {
        if (left is null || right is null)
        {
            return "";
        }
        var (mine, theirs) = (Values(left), Values(right));
        var keys = mine.Keys.Union(theirs.Keys).Where(key => !mine.TryGetValue(key, out var value) || !theirs.TryGetValue(key, out var other) || value != other).Order(StringComparer.Ordinal).ToList();
        if (keys.Count == 0)
        {
            return "";
        }
        var names = keys.Take(Shown).Select(SafeText.Quote).ToList();
        if (keys.Count > Shown)
        {
            names.Add($"{keys.Count - Shown:N0} more");
        }
        return $", apart from {InWords.And(names)}";
    }

    /// <summary>Hashes of the values beside the conversation and its answers.</summary>
    private static Dictionary<string, ulong> Values(Example example)
    {
        var (values, scratch) = (new Dictionary<string, ulong>(StringComparer.Ordinal), new Scratch());
        foreach (var property in example.Tape.Properties(0))
        {
            if (property.Value != example.MessagesNode && property.Value != example.Preferred && property.Value != example.NonPreferred && property.Value != example.Holder)
            {
                values[example.Show(property.Name)] = ContentHash.Of(example, property.Value, scratch);
            }
        }
        return values;
    }
}
