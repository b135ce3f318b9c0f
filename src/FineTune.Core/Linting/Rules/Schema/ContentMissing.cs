using FineTune.Core.Datasets;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Rules.Schema;

/// <summary>FT2011: a message has no content, nor anything that stands for it.</summary>
internal sealed class ContentMissing() : ExampleRule("FT2011", "content-missing", Severity.Error, "A message has no content")
{
    public override void Check(Example example, Inspection inspection)
    {
        foreach (ref readonly var message in example.Messages)
        {
            var saysSomething = message.Content >= 0 || message.Calls || message.Refusal >= 0;
            // Without a role the message is no message at all: one finding is enough.
            if (message.IsObject && message.RoleNode >= 0 && !saysSomething)
            {
                inspection.Report(
                    this,
                    example,
                    message.Node,
                    $"the message has no \"content\"{(message.Role == MessageRole.Assistant ? ", no \"tool_calls\" and no \"refusal\"" : "")}");
            }
        }
    }
}
