using FineTune.Core.Conversions;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Rules.Messages;

namespace FineTune.Core.Fixing.Fixes;

/// <summary>FT2011: a message calls tools and has no content, at a trainer that fails without.</summary>
internal sealed class ContentBesideCalls : ILineFix
{
    public Rule Rule => ContentMissing.Rule;

    public bool AppliesTo(FixScope scope) => scope.Reports(Rule) && scope.Uses.Any(use => use.Profile.Tools.CallsNeedContent);

    public byte[]? Apply(FixLine line)
    {
        if (!line.IsObject)
        {
            return null;
        }
        var (example, edits) = (line.Example, new LineEdits());
        foreach (ref readonly var message in example.Messages)
        {
            if (message is { Calls: true, Content: < 0, RoleNode: >= 0 } && example.Format is ExampleFormat.Chat or ExampleFormat.Preference or ExampleFormat.ChosenRejected)
            {
                edits.Insert(example.Node(message.RoleNode).End, ", \"content\": \"\""u8);
            }
        }
        return edits.IsEmpty ? null : edits.Apply(example.Line);
    }
}
