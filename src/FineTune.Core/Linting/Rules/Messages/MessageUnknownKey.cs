using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Rules.Schema;

namespace FineTune.Core.Linting.Rules.Messages;

/// <summary>FT2010: a message has a key that the host does not know.</summary>
internal sealed class MessageUnknownKey() : ExampleRule("FT2010", "message-unknown-key", Severity.Warning, "A message has a key that the host does not know")
{
    public static MessageUnknownKey Rule { get; } = new();

    public override bool IsAboutKeys => true;

    public override void Check(Example example, Inspection inspection)
    {
        foreach (ref readonly var message in example.Messages)
        {
            if (!message.IsObject)
            {
                continue;
            }
            foreach (var property in example.Tape.Properties(message.Node))
            {
                if (!inspection.MessageKeys.Contains(example.Name(property.Name)))
                {
                    Judge(example, message, property.Name, inspection);
                }
            }
        }
    }

    private void Judge(Example example, in Message message, int name, Inspection inspection)
    {
        var (key, known) = (example.Show(name), inspection.MessageKeys.All);
        if (!ReplacesMissing(example, key, message) && IsJudged(key, inspection.Scope.Profile))
        {
            inspection.Report(this, example, name, () => $"{SafeText.Quote(key)} is no key of a message; it may have {InWords.Or(known)}{DidYouMean.Of(key, known)}");
        }
    }

    // What stands for a missing role or content is one fault with that: FT2008 or FT2011 names it.
    private static bool ReplacesMissing(Example example, string key, in Message message) =>
        (message.RoleNode < 0 && (MisspeltKey.StandsFor(key, "role") || key == "value"))
        || (message.Content < 0 && !message.StandsWithoutContent(example) && MisspeltKey.StandsFor(key, "content"));

    // A trainer that reads named columns passes over all others; only a slip in a name is worth a word.
    private static bool IsJudged(string key, Catalog.Profile profile) => !profile.ReadsNamedColumnsOnly || DidYouMean.Closest(key, profile.MessageKeys) is not null;
}
