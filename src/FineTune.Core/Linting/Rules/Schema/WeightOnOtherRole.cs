using FineTune.Core.Datasets;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Rules.Schema;

/// <summary>FT2021: a weight on a message that is not trained.</summary>
internal sealed class WeightOnOtherRole() : ExampleRule("FT2021", "weight-on-other-role", Severity.Warning, "A weight stands on a message that is never trained")
{
    public override void Check(Example example, Inspection inspection)
    {
        foreach (ref readonly var message in example.Messages)
        {
            if (message.Weight >= 0 && message.Role is not (MessageRole.Assistant or MessageRole.Unknown))
            {
                inspection.Report(
                    this,
                    example,
                    message.Weight - 1,
                    $"weight stands on a {SafeText.Quote(example.Show(message.RoleNode))} message; only assistant messages are trained, and only they may have one");
            }
        }
    }
}
