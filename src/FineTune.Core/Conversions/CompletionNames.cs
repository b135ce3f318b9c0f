using FineTune.Core.Datasets;

namespace FineTune.Core.Conversions;

/// <summary>What tables call the completion of a prompt.</summary>
internal static class CompletionNames
{
    private static readonly string[] Known = ["response", "answer", "output", "target", "reply"];

    /// <summary>The name node of the text that is the completion of a line's prompt; -1 where it has one, or none that is known, or several.</summary>
    public static int FindIn(Example example)
    {
        var found = -1;
        if (example.Find(0, "prompt"u8) is not (>= 0 and var prompt) || !example.Node(prompt).IsText || example.Find(0, "completion"u8) >= 0)
        {
            return -1;
        }
        foreach (var property in example.Tape.Properties(0))
        {
            if (example.Node(property.Value).IsText && Known.Contains(example.Show(property.Name)))
            {
                if (found >= 0)
                {
                    return -1;
                }
                found = property.Name;
            }
        }
        return found;
    }
}
