using System.Text.RegularExpressions;

namespace FineTune.Core.Linting.JsonSchemas;

/// <summary>Compiled patterns of a schema. They never backtrack; one that needs it is not judged.</summary>
internal sealed class SchemaPatterns
{
    private readonly Dictionary<string, Regex?> compiled = new(StringComparer.Ordinal);

    /// <summary>Steps that making a pattern counts as.</summary>
    private const int StepsOfMaking = 100;

    /// <summary>The pattern; null where it cannot be judged without backtracking.</summary>
    /// <param name="pattern">Its text.</param>
    /// <param name="steps">Is raised by what finding it took.</param>
    public Regex? Find(string pattern, ref int steps)
    {
        steps++;
        if (!compiled.TryGetValue(pattern, out var regex))
        {
            compiled[pattern] = regex = Compile(pattern);
            steps += StepsOfMaking;
        }
        return regex;
    }

    /// <summary>Whether the text is a regular expression at all.</summary>
    public static bool IsPattern(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.ECMAScript);
            return true;
        }
        catch (ArgumentException)
        {
            return IsPatternBeyondEcmaScript(pattern);
        }
    }

    // .NET's ECMAScript mode knows no \p{…} and no lookbehind, which JavaScript has.
    private static bool IsPatternBeyondEcmaScript(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static Regex? Compile(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
