using System.Globalization;
using System.Text.RegularExpressions;

namespace FineTune.Tool.Tests.Ci;

/// <summary>The part of GitHub's expressions that our workflows use; anything else is an error, not a guess.</summary>
internal sealed partial class Expression
{
    private readonly Queue<string> tokens;
    private readonly Func<string, object?> context;
    private readonly string text;

    private Expression(string text, Func<string, object?> context)
    {
        this.text = text;
        this.context = context;
        tokens = new(Token().Matches(text).Select(match => match.Value.Trim()).Where(token => token.Length > 0));
    }

    /// <summary>The text with every <c>${{ … }}</c> in it replaced by its value.</summary>
    public static string Fill(string text, Func<string, object?> context) =>
        Hole().Replace(text, match => Show(Evaluate(match.Groups[1].Value, context)));

    /// <summary>Whether an <c>if:</c> holds; one that asks for no status holds only after success.</summary>
    public static bool Holds(string? text, Func<string, object?> context)
    {
        var inner = (text ?? "success()").Trim();
        inner = inner.StartsWith("${{", StringComparison.Ordinal) ? inner[3..^2] : inner;
        return IsTrue(Evaluate(inner, context)) && (Status().IsMatch(inner) || IsTrue(context("success()")));
    }

    private static object? Evaluate(string text, Func<string, object?> context)
    {
        var expression = new Expression(text, context);
        var value = expression.Or();
        return expression.tokens.Count == 0 ? value : throw expression.Wrong();
    }

    private object? Or()
    {
        var value = And();
        while (Take("||"))
        {
            var right = And();
            value = IsTrue(value) ? value : right;
        }
        return value;
    }

    private object? And()
    {
        var value = Equality();
        while (Take("&&"))
        {
            var right = Equality();
            value = IsTrue(value) ? right : value;
        }
        return value;
    }

    private object? Equality()
    {
        var value = Unary();
        while (tokens.TryPeek(out var token) && token is "==" or "!=")
        {
            tokens.Dequeue();
            var same = Show(value).Equals(Show(Unary()), StringComparison.OrdinalIgnoreCase);
            value = token == "==" ? same : !same;
        }
        return value;
    }

    private object? Unary() => Take("!") ? !IsTrue(Unary()) : Primary();

    private object? Primary()
    {
        var token = tokens.Count > 0 ? tokens.Dequeue() : throw Wrong();
        if (token == "(")
        {
            var value = Or();
            return Take(")") ? value : throw Wrong();
        }
        if (token[0] == '\'')
        {
            return token[1..^1].Replace("''", "'", StringComparison.Ordinal);
        }
        if (!char.IsLetter(token[0]))
        {
            throw Wrong();
        }
        return Take("(") ? Call(token) : token is "true" or "false" ? token == "true" : context(token);
    }

    private object? Call(string name)
    {
        var arguments = new List<object?>();
        while (!Take(")"))
        {
            arguments.Add(Or());
            Take(",");
        }
        return (name, arguments.Count) switch
        {
            ("format", > 0) => string.Format(CultureInfo.InvariantCulture, Show(arguments[0]), [.. arguments.Skip(1).Select(Show)]),
            ("success" or "failure" or "cancelled" or "always", 0) => context(name + "()"),
            _ => throw Wrong(),
        };
    }

    private bool Take(string token) => tokens.TryPeek(out var next) && next == token && tokens.Dequeue() is not null;

    private InvalidOperationException Wrong() => new($"not understood: {text}");

    private static bool IsTrue(object? value) => value is not (null or false or "");

    private static string Show(object? value) => value switch { null => "", bool truth => truth ? "true" : "false", _ => (string)value };

    [GeneratedRegex(@"\$\{\{(.*?)\}\}", RegexOptions.Singleline)]
    private static partial Regex Hole();

    [GeneratedRegex(@"'(?:[^']|'')*'|\|\||&&|==|!=|[!(),]|[A-Za-z_][A-Za-z0-9_.-]*|\s+|.")]
    private static partial Regex Token();

    [GeneratedRegex(@"\b(success|failure|cancelled|always)\(\)")]
    private static partial Regex Status();
}
