using System.Text;

namespace FineTune.Core.Generation;

/// <summary>Makes names that every language takes.</summary>
internal static class Identifiers
{
    // Members beside the models, members within them (a class may have none of its own name), and those of Object.
    private static readonly string[] Reserved =
    [
        "All", "Model", "FineTunedModels", .. ModelMember.All.Select(member => member.Name), "Checkpoints",
        "Equals", "ReferenceEquals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize",
    ];

    /// <summary>An identifier for each name, in the same order: <c>support-bot</c> is <c>SupportBot</c>. No two are the same but for case.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> names)
    {
        var taken = new HashSet<string>(Reserved, StringComparer.OrdinalIgnoreCase);
        return [.. names.Select(name => TakeFree(Pascal(name), taken))];
    }

    /// <summary>The parts of a namespace, each an identifier: what no language takes becomes an underscore.</summary>
    public static IReadOnlyList<string> NamespaceParts(string name) =>
        [.. name.Split('.', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Part)];

    private static string TakeFree(string identifier, HashSet<string> taken)
    {
        var free = taken.Contains(identifier) && Reserved.Contains(identifier, StringComparer.OrdinalIgnoreCase) ? identifier + "Model" : identifier;
        var stem = free;
        for (var number = 2; !taken.Add(free); number++)
        {
            free = $"{stem}{number}";
        }
        return free;
    }

    private static string Pascal(string name)
    {
        var identifier = new StringBuilder();
        var starts = true;
        foreach (var c in name)
        {
            if (char.IsLetter(c) || char.IsAsciiDigit(c))
            {
                identifier.Append(starts ? char.ToUpperInvariant(c) : c);
            }
            starts = !char.IsLetter(c);
        }
        return identifier.Length == 0 || char.IsAsciiDigit(identifier[0]) ? $"Model{identifier}" : identifier.ToString();
    }

    private static string Part(string part)
    {
        var valid = string.Concat(part.Select(c => char.IsLetter(c) || char.IsAsciiDigit(c) ? c : '_'));
        return char.IsAsciiDigit(valid[0]) ? $"_{valid}" : valid;
    }
}
