using FineTune.Core.Datasets;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Rules.Schema;

/// <summary>Finds the key of a message that was meant for one that it lacks: one slip is one finding, of the rule about what is lacking.</summary>
internal static class MisspeltKey
{
    private static readonly string[] Known = ["role", "content", "name", "weight", "refusal", "audio", "tool_calls", "tool_call_id", "function_call"];

    private static readonly string[] ForContent = ["value", "text", "message", "parts"];

    /// <summary>Node of the key's name; -1 where there is none.</summary>
    /// <param name="example">The example.</param>
    /// <param name="message">A message that does not have the wanted key.</param>
    /// <param name="wanted">The key that it lacks.</param>
    public static int Of(Example example, in Message message, string wanted)
    {
        if (!message.IsObject)
        {
            return -1;
        }
        foreach (var property in example.Tape.Properties(message.Node))
        {
            if (StandsFor(example.Show(property.Name), wanted))
            {
                return property.Name;
            }
        }
        return -1;
    }

    /// <summary>Whether a key that no host knows was meant for another one.</summary>
    public static bool StandsFor(string key, string wanted) =>
        !Known.Contains(key) && ((wanted == "content" && ForContent.Contains(key)) || (wanted == "role" && key == "from") || DidYouMean.Closest(key, [wanted]) is not null);
}
