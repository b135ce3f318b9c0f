using System.Text;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Rules.Schema;

/// <summary>FT2010: a message has a key that the host does not know.</summary>
internal sealed class MessageUnknownKey() : ExampleRule("FT2010", "message-unknown-key", Severity.Warning, "A message has a key that the host does not know")
{
    public override void Check(Example example, Inspection inspection)
    {
        var known = inspection.Scope.Profile.MessageKeys;
        foreach (ref readonly var message in example.Messages)
        {
            if (!message.IsObject)
            {
                continue;
            }
            foreach (var property in example.Tape.Properties(message.Node))
            {
                if (!IsKnown(example, property.Name, known) && !ReplacesMissing(example, property.Name, message))
                {
                    var key = example.Show(property.Name);
                    inspection.Report(
                        this,
                        example,
                        property.Name,
                        $"{SafeText.Quote(key)} is no key of a message; it may have {Words.Or(known)}{DidYouMean.Of(key, known)}");
                }
            }
        }
    }

    private static bool IsKnown(Example example, int name, IReadOnlyList<string> known)
    {
        for (var i = 0; i < known.Count; i++)
        {
            if (Ascii.Equals(example.Name(name), known[i]))
            {
                return true;
            }
        }
        return false;
    }

    // "from" and "value" instead of "role" and "content" is one fault: FT2008 names it.
    private static bool ReplacesMissing(Example example, int name, in Message message) =>
        message.RoleNode < 0 && (example.Is(name, "from"u8) || example.Is(name, "value"u8));
}
