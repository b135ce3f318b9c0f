using FineTune.Core.Datasets;

namespace FineTune.Core.Linting.Rules.Quality;

/// <summary>The system or developer message of an example.</summary>
internal static class Instruction
{
    /// <summary>Where its content stands; null for none.</summary>
    public static (int Start, int End)? In(Example example) => NodeOf(example) is >= 0 and var node ? (example.Node(node).Start, example.Node(node).End) : null;

    /// <summary>Its text; null for none.</summary>
    public static string? TextOf(Example example) => NodeOf(example) is >= 0 and var node ? example.Show(node) : null;

    private static int NodeOf(Example example)
    {
        foreach (ref readonly var message in example.Conversation)
        {
            if (message.IsInstruction)
            {
                foreach (var text in new MessageTexts(example, message))
                {
                    return text;
                }
            }
        }
        return -1;
    }
}
