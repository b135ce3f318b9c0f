namespace FineTune.Tool.Rendering;

/// <summary>Says which parts of a number are estimates.</summary>
internal static class EstimateText
{
    /// <summary>The parts, for example <c>chat format, tools</c>; empty where every part is exact.</summary>
    public static string Of(IReadOnlyList<string> estimates) => string.Join(", ", estimates.Select(name => name.Replace('_', ' ')));
}
