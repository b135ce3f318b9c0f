using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Rules.Schema;

namespace FineTune.Core.Linting.Rules.Messages;

/// <summary>FT2011: a message has no content, nor anything that stands for it.</summary>
internal sealed class ContentMissing() : ExampleRule("FT2011", "content-missing", Severity.Error, "A message has no content")
{
    public static ContentMissing Rule { get; } = new();

    public override bool AppliesTo(ExampleFormat format) => HasMessages(format);

    public override void Check(Example example, Inspection inspection)
    {
        foreach (ref readonly var message in example.Messages)
        {
            var lacksBesideCalls = message.Calls && message.Content < 0 && inspection.Scope.Profile.Tools.CallsNeedContent;
            var saysSomething = (message.Content >= 0 || message.StandsWithoutContent(example)) && !lacksBesideCalls;
            // Without a role the message is no message at all: one finding is enough.
            if (!message.IsObject || message.RoleNode < 0 || saysSomething || MisspeltKey.Of(example, message, "tool_calls") >= 0)
            {
                continue;
            }
            if (lacksBesideCalls)
            {
                inspection.Report(this, example, message.Node, $"the message calls a tool and has no \"content\"; {inspection.Scope.Profile.Title} fails on it: write \"content\": \"\"");
            }
            else if (example.Format is ExampleFormat.Chat or ExampleFormat.Preference && MisspeltKey.Of(example, message, "content") is >= 0 and var key)
            {
                inspection.Report(this, example, key, $"the message has no \"content\", but {SafeText.Quote(example.Show(key))} (did you mean \"content\"?)");
            }
            else
            {
                var mayCall = message.Role == MessageRole.Assistant && example.Format is ExampleFormat.Chat or ExampleFormat.Preference;
                var others = mayCall ? ", no \"tool_calls\" and no \"refusal\"" : "";
                inspection.Report(this, example, message.Node, $"the message has no \"{MethodFormats.ContentKey(example.Format)}\"{others}");
            }
        }
    }
}
