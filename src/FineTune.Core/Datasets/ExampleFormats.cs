namespace FineTune.Core.Datasets;

/// <summary>What formats have in common.</summary>
internal static class ExampleFormats
{
    /// <summary>Whether lines are in Google's format, for whichever method.</summary>
    public static bool IsGemini(this ExampleFormat format) => format is ExampleFormat.Gemini or ExampleFormat.GeminiPreference;

    /// <summary>Whether what is said, called and shown stands in blocks, each of which has a key that says what it is.</summary>
    public static bool HasBlocks(this ExampleFormat format) => format == ExampleFormat.Converse || format.IsGemini();
}
