using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Tools;

namespace FineTune.Core.Linting.Rules.Tools;

/// <summary>FT2029: a tool is called that the example does not declare.</summary>
internal sealed class ToolNotDeclared() : ExampleRule("FT2029", "tool-not-declared", Severity.Warning, "A tool is called that is not declared")
{
    public static ToolNotDeclared Rule { get; } = new();

    public override void Check(Example example, Inspection inspection)
    {
        ToolBox? tools = null;
        foreach (var call in inspection.CallsOf(example))
        {
            tools ??= inspection.ToolsOf(example);
            if (call.NameNode < 0 || tools.Find(call.Name) is not null || tools.IsBroken || !ToolNames.IsValid(example.Name(call.NameNode)))
            {
                continue;
            }
            var names = tools.Names;
            // Trainers need no declarations; where there are some, a name that is not among them is a slip all the same.
            if (names.Count == 0 && !inspection.Scope.Profile.Tools.MustBeDeclared)
            {
                return;
            }
            inspection.Report(
                this,
                example,
                call.NameNode,
                () => names.Count == 0
                    ? $"{SafeText.Quote(call.Name)} is called, but the example declares no tools"
                    : $"{SafeText.Quote(call.Name)} is called, but not declared; the example's tools are {InWords.Or([.. names.Take(5).Select(SafeText.Quote)])}{DidYouMean.Of(call.Name, names)}");
            if (names.Count == 0)
            {
                return;
            }
        }
    }
}
