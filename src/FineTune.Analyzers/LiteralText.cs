using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FineTune.Analyzers;

/// <summary>The text that an expression spells out in the code, and what the code does with it.</summary>
internal static class LiteralText
{
    /// <summary>Whether the expression is a piece of a longer one, which is looked at as a whole.</summary>
    public static bool IsPart(SyntaxNode node)
    {
        var parent = node.Parent;
        while (parent is ParenthesizedExpressionSyntax)
        {
            parent = parent.Parent;
        }
        return parent is not null && parent.IsKind(SyntaxKind.AddExpression);
    }

    /// <summary>The text; null where it is none, or is known only at run time.</summary>
    public static string? Of(ExpressionSyntax node, SemanticModel model, CancellationToken cancellation) => node switch
    {
        LiteralExpressionSyntax literal => literal.Token.ValueText,
        InterpolatedStringExpressionSyntax text => text.Contents.All(part => part is InterpolatedStringTextSyntax)
            ? string.Concat(text.Contents.Cast<InterpolatedStringTextSyntax>().Select(part => part.TextToken.ValueText))
            : null,
        BinaryExpressionSyntax sum => HasText(sum) ? model.GetConstantValue(sum, cancellation).Value as string : null,
        _ => null,
    };

    /// <summary>Whether the code only recognizes the name, in a comparison, a pattern or as a key, and asks no model by it.</summary>
    public static bool IsRecognized(SyntaxNode node)
    {
        var parent = node.Parent;
        return parent switch
        {
            BinaryExpressionSyntax comparison => comparison.IsKind(SyntaxKind.EqualsExpression) || comparison.IsKind(SyntaxKind.NotEqualsExpression),
            ConstantPatternSyntax or CaseSwitchLabelSyntax => true,
            ArgumentSyntax { Parent: BracketedArgumentListSyntax } => true,
            InitializerExpressionSyntax pair => pair.IsKind(SyntaxKind.ComplexElementInitializerExpression) && pair.Expressions[0] == node,
            _ => false,
        };
    }

    private static bool HasText(BinaryExpressionSyntax sum)
    {
        ExpressionSyntax left = sum;
        while (left is BinaryExpressionSyntax inner)
        {
            if (inner.Right.IsKind(SyntaxKind.StringLiteralExpression))
            {
                return true;
            }
            left = inner.Left;
        }
        return left.IsKind(SyntaxKind.StringLiteralExpression);
    }
}
