using FineTune.Core.Datasets;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Rules.Limits;

/// <summary>FT3009: tools at a host that trains on none.</summary>
internal sealed class ToolsNotSupported() : ExampleRule("FT3009", "tools-not-supported", Severity.Error, "The host takes no tools in training data")
{
    public override bool AppliesTo(DatasetScope scope) => !scope.Profile.Tools.Offered;

    public override void Check(Example example, Inspection inspection)
    {
        var node = example.Tools >= 0 ? example.Tools : example.Functions;
        if (node < 0)
        {
            foreach (ref readonly var message in example.Messages)
            {
                node = message.CallList >= 0 ? message.CallList : message.OldCall;
                if (node >= 0)
                {
                    break;
                }
            }
        }
        if (node >= 0)
        {
            inspection.Report(this, example, node - 1, $"{inspection.Scope.Profile.Title} takes no tools in training data");
            inspection.Abandon();
        }
    }
}
