using System.Globalization;

namespace FineTune.Build.Tests.Support;

/// <summary>A manifest and data that lint without a warning.</summary>
internal static class Sample
{
    public const string Manifest = """
        version: 1
        models:
          support-bot:
            provider: openai
            base_model: gpt-4.1-mini-2025-04-14
            method: supervised
            training: data/*.jsonl

        """;

    /// <summary>A line with an unknown role, which starts at column 41.</summary>
    public const string BadLine = """{"messages":[{"content":"Hi?","role":   "asistant"},{"role":"assistant","content":"Hello."}]}""";

    /// <summary>Examples, each on its line.</summary>
    public static string Lines(int count = 60, int from = 1) =>
        string.Concat(Enumerable.Range(from, count).Select(n => Line(n) + "\n"));

    public static string Line(int number)
    {
        var name = number.ToString(CultureInfo.InvariantCulture);
        return $$$"""{"messages":[{"role":"user","content":"Where is order {{{name}}}?"},{"role":"assistant","content":"Order {{{name}}} left the warehouse on day {{{name}}}."}]}""";
    }

    /// <summary>Good examples with one bad line, the third.</summary>
    public static string LinesWithFault() => Lines(2) + BadLine + "\n" + Lines(57, from: 4);

    /// <summary>Good examples with a blank line, which is a warning: FT1007.</summary>
    public static string LinesWithWarning() => Lines(2) + "\n" + Lines(58, from: 3);
}
