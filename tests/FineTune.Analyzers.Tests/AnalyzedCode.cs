using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FineTune.Analyzers.Tests;

/// <summary>Code held against a prepared file, over the running runtime's own assemblies.</summary>
internal static class AnalyzedCode
{
    public const string Told = "finetune-models 1\nend\tgpt-old\tgpt-old was shut down\nconstant\tft:gpt-4.1:contoso::1\tuse FineTunedModels.Support.Id\nconstant\tft:gpt-old:contoso::2\tuse FineTunedModels.Old.Id\n";

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)).Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>Codes in the order of their places.</summary>
    public static async Task<string> Codes(string code, string? told = Told, string path = "Program.cs")
    {
        var tree = CSharpSyntaxTree.ParseText(code, new(LanguageVersion.CSharp12), path);
        var compilation = CSharpCompilation.Create("Analyzed", [tree], References, new(OutputKind.DynamicallyLinkedLibrary));
        compilation.GetDiagnostics().Where(fault => fault.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        ImmutableArray<AdditionalText> files = told is null ? [] : [new Prepared(told)];
        var found = await compilation.WithAnalyzers([new ModelIdAnalyzer()], new AnalyzerOptions(files)).GetAllDiagnosticsAsync();
        return string.Join(' ', found.Where(one => one.Id.StartsWith("FT", StringComparison.Ordinal) || one.Id.StartsWith("AD", StringComparison.Ordinal))
            .OrderBy(one => one.Location.SourceSpan.Start).ThenBy(one => one.Id, StringComparer.Ordinal).Select(one => one.Id));
    }

    private sealed class Prepared(string text) : AdditionalText
    {
        public override string Path => "obj/" + KnownModels.FileName;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
