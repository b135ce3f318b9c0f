using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Tools;

namespace FineTune.Core.Linting.Rules.Limits;

/// <summary>FT3009: tools at a host that trains on none, or that does not know it itself.</summary>
internal sealed class ToolsNotSupported() : ExampleRule("FT3009", "tools-not-supported", Severity.Error, "The host takes no tools in training data")
{
    public override bool AppliesTo(DatasetScope scope) => !scope.Profile.Tools.Offered || scope.Profile.Tools.Doubt is not null;

    public override bool AppliesTo(ExampleFormat format) => format is ExampleFormat.Chat or ExampleFormat.Preference or ExampleFormat.Converse;

    public override void Check(Example example, Inspection inspection)
    {
        if (example.Format == ExampleFormat.Converse)
        {
            if (inspection.Scope.Profile.Tools.Doubt is { } doubt && FindBlock(example) is >= 0 and var block)
            {
                inspection.Report(this, Severity.Info, example, block, doubt);
            }
        }
        else if (!inspection.Scope.Profile.Tools.Offered && Find(example) is >= 0 and var node)
        {
            inspection.Report(this, example, node - 1, $"{inspection.Scope.Profile.Title} takes no tools in training data");
            inspection.Abandon();
        }
    }

    private static int Find(Example example)
    {
        if (example.Tools >= 0 || example.Functions >= 0)
        {
            return example.Tools >= 0 ? example.Tools : example.Functions;
        }
        foreach (ref readonly var message in example.Messages)
        {
            if (message.CallList >= 0 || message.OldCall >= 0)
            {
                return message.CallList >= 0 ? message.CallList : message.OldCall;
            }
        }
        return -1;
    }

    private static int FindBlock(Example example)
    {
        if (ToolBox.DeclarationsOf(example) is >= 0 and var declared)
        {
            return declared - 1;
        }
        foreach (var call in BlockCalls.Of(example))
        {
            return call.Key;
        }
        return -1;
    }
}
