using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Linting.JsonSchemas;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Tools;

namespace FineTune.Core.Linting.Rules.Tools;

/// <summary>FT2028: the arguments do not match the schema that the tool declares.</summary>
internal sealed class ToolArgumentsSchema() : ExampleRule("FT2028", "tool-arguments-schema", Severity.Warning, "A call's arguments do not match the tool's schema")
{
    public static ToolArgumentsSchema Rule { get; } = new();

    public override void Check(Example example, Inspection inspection)
    {
        if (example.Tools < 0 && example.Functions < 0)
        {
            return;
        }
        var (work, judged) = (new SchemaWork(example.Line.Length), 0);
        foreach (var call in inspection.CallsOf(example))
        {
            if (work.IsDone)
            {
                inspection.Report(
                    FileRules.LineTooComplex,
                    example,
                    call.Arguments < 0 ? 0 : call.Arguments,
                    $"holding all {inspection.CallsOf(example).Length:N0} calls of this line against their tools' parameters is more work than a line may take; those after the first {judged:N0} were not judged");
                return;
            }
            judged++;
            if (call.Arguments < 0 || inspection.ToolsOf(example).Find(call.Name) is not { Parameters: { } schema })
            {
                continue;
            }
            using var arguments = ToolArguments.Parse(example, call.Arguments, inspection.Scratch);
            if (arguments is null)
            {
                continue;
            }
            var fault = schema.Validate(arguments.RootElement, work);
            if (NullArguments.Of(arguments.RootElement, schema, fault, work) is { } nulls)
            {
                inspection.Report(this, nulls.AreForbidden ? Severity.Error : Severity.Warning, example, call.Arguments, nulls.Message(call.Name));
            }
            else if (fault is not null)
            {
                inspection.Report(this, example, call.Arguments, $"the arguments of {SafeText.Quote(call.Name)} do not match its parameters: {fault}");
            }
        }
    }
}
