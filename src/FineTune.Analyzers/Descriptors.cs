using Microsoft.CodeAnalysis;

namespace FineTune.Analyzers;

/// <summary>The rules about code. Their pages and their other properties are the library's; a test holds both to each other.</summary>
internal static class Descriptors
{
    /// <summary>FT7101: a literal model ID that is shut down or soon will be.</summary>
    public static readonly DiagnosticDescriptor Ended = new(
        "FT7101", "A model ID in the code is shut down, or soon will be", "{0}", "FineTune", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    /// <summary>FT7102: a literal tuned ID that has a constant.</summary>
    public static readonly DiagnosticDescriptor HasConstant = new(
        "FT7102", "A tuned model's ID in the code has a constant", "{0}", "FineTune", DiagnosticSeverity.Info, isEnabledByDefault: true);
}
