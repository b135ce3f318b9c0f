using FineTune.Core.Datasets;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Rules.Schema;

/// <summary>FT2008: a message has no role.</summary>
internal sealed class RoleMissing() : ExampleRule("FT2008", "role-missing", Severity.Error, "A message has no role")
{
    public override void Check(Example example, Inspection inspection)
    {
        foreach (ref readonly var message in example.Messages)
        {
            if (message.IsObject && message.RoleNode < 0)
            {
                inspection.Report(
                    this,
                    example,
                    message.Node,
                    example.Find(message.Node, "from"u8) >= 0
                        ? "the message has no \"role\"; \"from\" and \"value\" are ShareGPT's keys, here they are \"role\" and \"content\""
                        : "the message has no \"role\"");
            }
        }
    }
}
