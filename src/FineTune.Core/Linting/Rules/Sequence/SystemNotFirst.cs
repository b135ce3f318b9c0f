using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Sequence;

/// <summary>FT2017: a system message comes after the conversation has begun.</summary>
internal sealed class SystemNotFirst() : ExampleRule("FT2017", "system-not-first", Severity.Warning, "A system message is not the first")
{
    public override bool AppliesTo(ExampleFormat format) => HasMessages(format);

    public override void Check(Example example, Inspection inspection)
    {
        var begun = false;
        foreach (ref readonly var message in example.Conversation)
        {
            if (message.IsInstruction && begun)
            {
                // At the very end FT2015 names it.
                if (message.Node == example.Conversation[^1].Node && inspection.Scope.Method == Catalog.TuningMethod.Supervised)
                {
                    return;
                }
                inspection.Report(this, example, message.RoleNode, $"this {SafeText.Quote(example.Show(message.RoleNode))} message comes after the conversation has begun; it belongs first");
                return;
            }
            begun |= !message.IsInstruction;
        }
    }
}
