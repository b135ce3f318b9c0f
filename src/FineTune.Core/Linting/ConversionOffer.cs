using FineTune.Core.Catalog;
using FineTune.Core.Conversions;
using FineTune.Core.Datasets;

namespace FineTune.Core.Linting;

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
        : IsForAnswers(scope, conversion) && MethodFormats.Fits(scope with { Method = TuningMethod.Supervised }, conversion.Target);

    /// <summary>Whether answers are to be learnt, and lines as they are do not serve for that: files alone whose method is gone, too.</summary>
    private static bool IsForAnswers(DatasetScope scope, Conversion conversion) => scope.Method == TuningMethod.Supervised
        ? IsWithin(conversion) || !MethodFormats.Fits(scope, conversion.Format)
        : scope.Model is null && scope.Method == MethodOf(conversion.Format) && DeadFormat.Is(scope, conversion.Format);

    private static TuningMethod? MethodOf(ExampleFormat format) => format == ExampleFormat.PromptCompletion ? TuningMethod.Completion : null;

    /// <summary>Whether the form is one within the format that is written, which the format's own name does not tell.</summary>
    private static bool IsWithin(Conversion conversion) => conversion.Format == conversion.Target;
}
