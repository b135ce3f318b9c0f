using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FineTune.Analyzers;

/// <summary>FT7101 and FT7102: IDs of models that stand in the code as literals.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelIdAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.Ended, Descriptors.HasConstant);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        var file = context.Options.AdditionalFiles.FirstOrDefault(file => file.Path.EndsWith(KnownModels.FileName, StringComparison.Ordinal));
        if (KnownModels.Read(file?.GetText(context.CancellationToken)) is { } models)
        {
            context.RegisterSyntaxNodeAction(
                node => Check(node, models),
                SyntaxKind.StringLiteralExpression, SyntaxKind.Utf8StringLiteralExpression, SyntaxKind.InterpolatedStringExpression, SyntaxKind.AddExpression);
        }
    }

    private static void Check(SyntaxNodeAnalysisContext context, KnownModels models)
    {
        var node = (ExpressionSyntax)context.Node;
        if (LiteralText.IsPart(node) || LiteralText.Of(node, context.SemanticModel, context.CancellationToken) is not { } id || id.Length > models.MaxLength)
        {
            return;
        }
        if (models.EndOf(id) is { } end && !LiteralText.IsRecognized(node))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.Ended, node.GetLocation(), end));
        }
        if (models.ConstantOf(id) is { } constant)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.HasConstant, node.GetLocation(), constant));
        }
    }
}
