using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Linting.Diagnosis;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Engine;

/// <summary>Says why a line is not JSON: the cause, not just the place at which a parser gave up.</summary>
internal static class JsonDiagnosis
{
    public static void Report(Inspection inspection, Example example, JsonFault fault, bool isSplit)
    {
        if (fault.Kind == JsonFaultKind.TooDeep)
        {
            inspection.Report(
                FileRules.TooDeep,
                example,
                fault.Offset,
                fault.Offset + 1,
                $"values lie more than {JsonTape.MaxDepth} levels deep here; parsers refuse that");
            return;
        }
        var cause = JsonCause.Find(example.Line, fault.Offset);
        inspection.Report(FileRules.JsonSyntax, example, cause.Start, cause.End, isSplit ? "a line break stands inside this string; JSON wants it written \\n, on one line" : cause.Message);
    }
}
