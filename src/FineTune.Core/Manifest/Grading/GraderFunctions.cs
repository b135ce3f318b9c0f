namespace FineTune.Core.Manifest.Grading;

/// <summary>The functions of a multi grader's formula.</summary>
internal static class GraderFunctions
{
    public static string[] Names { get; } = ["min", "max", "abs", "floor", "ceil", "exp", "sqrt", "log"];

    /// <summary>Whether a function can be called with so many values.</summary>
    public static bool Takes(string name, int count) => count == 1 || name is "min" or "max" || (name == "log" && count == 2);

    /// <summary>What a function makes of its values; <c>log</c> has a second one for its base.</summary>
    public static double ValueOf(string name, IReadOnlyList<double> given) => name switch
    {
        "min" => given.Min(),
        "max" => given.Max(),
        "abs" => Math.Abs(given[0]),
        "floor" => Math.Floor(given[0]),
        "ceil" => Math.Ceiling(given[0]),
        "exp" => Math.Exp(given[0]),
        "sqrt" => Math.Sqrt(given[0]),
        _ => given.Count == 2 ? Math.Log(given[0], given[1]) : Math.Log(given[0]),
    };
}
