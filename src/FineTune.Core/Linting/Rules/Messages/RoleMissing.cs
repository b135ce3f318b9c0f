using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Rules.Schema;

namespace FineTune.Core.Linting.Rules.Messages;

/// <summary>FT2008: a message has no role.</summary>
internal sealed class RoleMissing() : ExampleRule("FT2008", "role-missing", Severity.Error, "A message has no role")
{
    public override bool AppliesTo(ExampleFormat format) => HasMessages(format);

    public override void Check(Example example, Inspection inspection)
    {
        foreach (ref readonly var message in example.Messages)
        {
            if (!message.IsObject || message.RoleNode >= 0)
            {
                continue;
            }
            if (example.Find(message.Node, "from"u8) < 0 && MisspeltKey.Of(example, message, MethodFormats.RoleKey(example.Format)) is >= 0 and var key)
            {
                inspection.Report(this, example, key, $"the message has no \"{MethodFormats.RoleKey(example.Format)}\", but {SafeText.Quote(example.Show(key))} (did you mean \"{MethodFormats.RoleKey(example.Format)}\"?)");
            }
            else
            {
                inspection.Report(
                    this,
                    example,
                    message.Node,
                    example.Format != ExampleFormat.ShareGpt && example.Find(message.Node, "from"u8) >= 0
                        ? "the message has no \"role\"; \"from\" and \"value\" are ShareGPT's keys, here they are \"role\" and \"content\""
                        : $"the message has no \"{MethodFormats.RoleKey(example.Format)}\"");
            }
        }
    }
}
