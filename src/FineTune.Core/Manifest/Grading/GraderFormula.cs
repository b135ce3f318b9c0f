using FineTune.Core.Findings;
using FineTune.Core.Manifest.Shapes;

namespace FineTune.Core.Manifest.Grading;

/// <summary>Reads the formula of a multi grader: names of graders, numbers, + - * / ^, parentheses, a few functions. Source: OpenAI, guide "Graders".</summary>
internal sealed class GraderFormula
{
    private const int MostDepth = 64;

    private static readonly string[] Functions = ["min", "max", "abs", "floor", "ceil", "exp", "sqrt", "log"];

    private readonly string text;

    private readonly IReadOnlyList<string> names;

    private int at;

    private string? fault;

    private GraderFormula(string text, IReadOnlyList<string> names) => (this.text, this.names) = (text, names);

    /// <summary>What is wrong with a formula; null where nothing is.</summary>
    /// <param name="text">The formula.</param>
    /// <param name="names">The graders that it may name.</param>
    public static string? FaultOf(string text, IReadOnlyList<string> names)
    {
        var formula = new GraderFormula(text, names);
        formula.ReadSum(0);
        if (formula.fault is null && formula.Next() != '\0')
        {
            formula.Fail($"{SafeText.Quote(formula.Next().ToString())} at character {formula.at + 1} was not expected");
        }
        return formula.fault;
    }

    private void ReadSum(int depth)
    {
        ReadValue(depth);
        while (fault is null && Next() is '+' or '-' or '*' or '/' or '^')
        {
            at++;
            ReadValue(depth);
        }
    }

    private void ReadValue(int depth)
    {
        while (Next() is '+' or '-')
        {
            at++;
        }
        var next = Next();
        if (depth > MostDepth)
        {
            Fail("it is nested too deep");
        }
        else if (next == '(')
        {
            at++;
            ReadSum(depth + 1);
            Close();
        }
        else if (char.IsAsciiDigit(next) || next == '.')
        {
            ReadNumber();
        }
        else if (char.IsAsciiLetter(next) || next == '_')
        {
            ReadName(depth);
        }
        else
        {
            Fail(next == '\0' ? "it ends where a grader or a number should be" : $"{SafeText.Quote(next.ToString())} at character {at + 1} stands where a grader or a number should be");
        }
    }

    private void ReadNumber()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '.' || (text[at] is '+' or '-' && text[at - 1] is 'e' or 'E')))
        {
            at++;
        }
        if (!double.TryParse(text[start..at], System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _))
        {
            Fail($"{SafeText.Quote(text[start..at])} is no number");
        }
    }

    private void ReadName(int depth)
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
        {
            at++;
        }
        var name = text[start..at];
        if (Next() == '(')
        {
            if (!Functions.Contains(name))
            {
                Fail($"there is no function {SafeText.Quote(name)}; there are {InWords.And(Functions)}{DidYouMean.Of(name, Functions)}");
                return;
            }
            do
            {
                at++;
                ReadSum(depth + 1);
            }
            while (fault is null && Next() == ',');
            Close();
        }
        else if (!names.Contains(name))
        {
            var known = names.Where(known => known.Length > 0).ToArray();
            Fail($"{SafeText.Quote(name)} is none of the graders{(known.Length == 0 ? "" : $", {InWords.And(known)}")}{DidYouMean.Of(name, known)}");
        }
    }

    private void Close()
    {
        if (fault is not null)
        {
            return;
        }
        if (Next() == ')')
        {
            at++;
        }
        else
        {
            Fail("a \")\" is missing");
        }
    }

    private char Next()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
        return at < text.Length ? text[at] : '\0';
    }

    private void Fail(string message) => fault ??= message;
}
