using System.Globalization;
using FineTune.Core.Findings;

namespace FineTune.Core.Manifest.Grading;

/// <summary>Reads and reckons the formula of a multi grader: names of graders, numbers, + - * / ^, parentheses, a few functions. Source: OpenAI, guide "Graders".</summary>
internal sealed class GraderFormula
{
    private const int MostDepth = 64;

    private readonly string text;

    private readonly IReadOnlyDictionary<string, double> values;

    private int at;

    private string? fault;

    private GraderFormula(string text, IReadOnlyDictionary<string, double> values) => (this.text, this.values) = (text, values);

    /// <summary>What is wrong with a formula; null where nothing is.</summary>
    /// <param name="text">The formula.</param>
    /// <param name="names">The graders that it may name.</param>
    public static string? FaultOf(string text, IReadOnlyList<string> names) =>
        Reckon(text, names.Distinct().ToDictionary(name => name, _ => 0d)).Fault;

    /// <summary>What a formula comes to, which need not be finite; null for one that cannot be read.</summary>
    /// <param name="text">The formula.</param>
    /// <param name="rewards">The rewards of the graders that it may name.</param>
    public static double? ValueOf(string text, IReadOnlyDictionary<string, double> rewards) =>
        Reckon(text, rewards) is { Fault: null, Value: var value } ? value : null;

    private static (double Value, string? Fault) Reckon(string text, IReadOnlyDictionary<string, double> values)
    {
        var formula = new GraderFormula(text, values);
        var value = formula.ReadSum(0);
        if (formula.fault is null && formula.Next() != '\0')
        {
            formula.Fail($"{SafeText.Quote(formula.Next().ToString())} at character {formula.at + 1} was not expected");
        }
        return (value, formula.fault);
    }

    private double ReadSum(int depth)
    {
        var sum = ReadProduct(depth);
        while (fault is null && Next() is '+' or '-')
        {
            var sign = text[at++] == '-' ? -1 : 1;
            sum += sign * ReadProduct(depth);
        }
        return sum;
    }

    private double ReadProduct(int depth)
    {
        var product = ReadPower(depth);
        while (fault is null && Next() is '*' or '/')
        {
            product = text[at++] == '*' ? product * ReadPower(depth) : product / ReadPower(depth);
        }
        return product;
    }

    // Powers bind to the right: 2 ^ 3 ^ 2 is 2 ^ 9, and -2 ^ 2 is -4.
    private double ReadPower(int depth)
    {
        var steps = new Stack<(int Sign, double Value)>();
        steps.Push((ReadSigns(), ReadValue(depth)));
        while (fault is null && Next() == '^')
        {
            at++;
            steps.Push((ReadSigns(), ReadValue(depth)));
        }
        var (lastSign, power) = steps.Pop();
        power *= lastSign;
        foreach (var (sign, value) in steps)
        {
            power = sign * Math.Pow(value, power);
        }
        return power;
    }

    private int ReadSigns()
    {
        var sign = 1;
        while (Next() is '+' or '-')
        {
            sign = text[at++] == '-' ? -sign : sign;
        }
        return sign;
    }

    private double ReadValue(int depth)
    {
        var next = Next();
        if (depth > MostDepth)
        {
            Fail("it is nested too deep");
            return 0;
        }
        if (next == '(')
        {
            at++;
            var inner = ReadSum(depth + 1);
            Close();
            return inner;
        }
        if (char.IsAsciiDigit(next) || next == '.')
        {
            return ReadNumber();
        }
        if (char.IsAsciiLetter(next) || next == '_')
        {
            return ReadName(depth);
        }
        Fail(next == '\0' ? "it ends where a grader or a number should be" : $"{SafeText.Quote(next.ToString())} at character {at + 1} stands where a grader or a number should be");
        return 0;
    }

    private double ReadNumber()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '.' || (text[at] is '+' or '-' && text[at - 1] is 'e' or 'E')))
        {
            at++;
        }
        if (!double.TryParse(text[start..at], NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            Fail($"{SafeText.Quote(text[start..at])} is no number");
        }
        return number;
    }

    private double ReadName(int depth)
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
        {
            at++;
        }
        var name = text[start..at];
        if (Next() == '(')
        {
            return ReadCall(name, depth);
        }
        if (!values.TryGetValue(name, out var reward))
        {
            var known = values.Keys.Where(known => known.Length > 0).ToArray();
            Fail($"{SafeText.Quote(name)} is none of the graders{(known.Length == 0 ? "" : $", {InWords.And(known)}")}{DidYouMean.Of(name, known)}");
        }
        return reward;
    }

    private double ReadCall(string name, int depth)
    {
        if (!GraderFunctions.Names.Contains(name))
        {
            Fail($"there is no function {SafeText.Quote(name)}; there are {InWords.And(GraderFunctions.Names)}{DidYouMean.Of(name, GraderFunctions.Names)}");
            return 0;
        }
        var given = new List<double>();
        do
        {
            at++;
            given.Add(ReadSum(depth + 1));
        }
        while (fault is null && Next() == ',');
        Close();
        if (fault is null && !GraderFunctions.Takes(name, given.Count))
        {
            Fail($"{name} takes one value, not {given.Count}");
        }
        return fault is null ? GraderFunctions.ValueOf(name, given) : 0;
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
