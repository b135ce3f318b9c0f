using FineTune.Core.Catalog;
using FineTune.Core.Conversions;
using FineTune.Core.Conversions.Formats;
using FineTune.Core.Datasets;

namespace FineTune.Core.Linting.Judging;

/// <summary>Whether <c>finetune fix --convert</c> writes a line in a form that can be trained on: it is promised only where it was tried.</summary>
internal static class ConversionOffer
{
    private const string Promise = " (finetune fix --convert writes it so)";

    /// <summary>The end of a sentence about an example; empty where nothing can be promised.</summary>
    public static string For(DatasetScope scope, Example example) =>
        ConversionBook.For(example) is { } conversion && conversion.CanWrite(example) ? For(scope, conversion) : "";

    /// <summary>The end of a sentence about an example that a conversion has written.</summary>
    public static string For(DatasetScope scope, Conversion conversion) => Wants(scope, conversion) ? Promise : "";

    /// <summary>Whether lines that a conversion reads are of no use to a scope, and what it writes would be. Files alone become preferences where they hold some.</summary>
    public static bool Wants(DatasetScope scope, Conversion conversion) => conversion.Target == ExampleFormat.Preference
        ? (scope.Method == TuningMethod.Dpo || scope.Model is null) && !MethodFormats.Fits(scope, conversion.Format) && MethodFormats.Fits(scope with { Method = TuningMethod.Dpo }, conversion.Target)
        : OfAnswers(scope) is { } answers && (IsWithin(conversion) || !MethodFormats.Fits(answers, conversion.Format)) && MethodFormats.Fits(answers, conversion.Target);

    /// <summary>The scope where answers are to be learnt; also of files alone that hold pairs of which nothing is trained any more. Null for other methods.</summary>
    private static DatasetScope? OfAnswers(DatasetScope scope) => scope.Method == TuningMethod.Supervised ? scope
        : scope.Method == TuningMethod.Completion && scope.Model is null && DeadFormat.Is(scope, ExampleFormat.PromptCompletion) ? scope with { Method = TuningMethod.Supervised }
        : null;

    /// <summary>Whether the form is one within the format that is written, which the format's own name does not tell.</summary>
    private static bool IsWithin(Conversion conversion) => conversion.Format == conversion.Target;
}
