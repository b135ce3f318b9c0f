using FineTune.Core.Datasets;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Tools;

/// <summary>FT2024 where tools are a string: it is read as JSON, and what is none stops the run.</summary>
internal sealed class TextToolsInvalid() : ExampleRule(ToolsInvalid.Rule)
{
    public override bool AppliesTo(DatasetScope scope) => scope.Profile.Tools.ReadsTextTools;

    public override bool AppliesTo(ExampleFormat format) => format is ExampleFormat.Chat or ExampleFormat.ShareGpt or ExampleFormat.Alpaca or ExampleFormat.ChosenRejected;

    public override void Check(Example example, Inspection inspection)
    {
        if (example.Tools < 0 || !example.Node(example.Tools).IsText)
        {
            return;
        }
        var text = example.Text(example.Tools, inspection.Scratch);
        if (text.IsEmpty)
        {
            return; // No tools.
        }
        if (text.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            inspection.Report(this, example, example.Tools, $"\"tools\" is only white space, which is no JSON; {inspection.Scope.Profile.Title} stops at it: write \"\" where there are none");
        }
        else if (inspection.Tape.Parse(text) != Datasets.Json.JsonFault.None)
        {
            inspection.Report(this, example, example.Tools, $"\"tools\" is a string that is not JSON; {inspection.Scope.Profile.Title} stops at it");
        }
    }
}
