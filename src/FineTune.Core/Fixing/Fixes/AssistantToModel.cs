using FineTune.Core.Conversions;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Rules.Messages;

namespace FineTune.Core.Fixing.Fixes;

/// <summary>FT2009: the role that others call assistant is called model in Gemini's <c>contents</c>.</summary>
internal sealed class AssistantToModel : ILineFix
{
    public Rule Rule => RoleUnknown.Rule;

    public bool AppliesTo(FixScope scope) =>
        scope.Reports(Rule) && scope.Uses.All(use => MethodFormats.Fits(use, ExampleFormat.Gemini) && use.Profile.Roles.Contains("model") && !use.Profile.Roles.Contains("assistant"));

    public byte[]? Apply(FixLine line)
    {
        var (example, edits) = (line.Example, new LineEdits());
        if (!line.IsObject || example.Format != ExampleFormat.Gemini)
        {
            return null;
        }
        foreach (ref readonly var message in example.Messages)
        {
            if (message.RoleNode >= 0 && example.Is(message.RoleNode, "assistant"u8))
            {
                edits.Replace(example.Node(message.RoleNode).Start, example.Node(message.RoleNode).End, "\"model\""u8);
            }
        }
        return edits.IsEmpty ? null : edits.Apply(example.Line);
    }
}
