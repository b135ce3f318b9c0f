using FineTune.Core.Conversions.Exports;
using FineTune.Core.Datasets;

namespace FineTune.Core.Conversions.Formats;

/// <summary>Every form of another tool that can be written anew.</summary>
internal static class ConversionBook
{
    public static IReadOnlyList<Conversion> All { get; } =
    [
        new ShareGptToMessages(),
        new AlpacaToMessages(),
        new TextToMessages(),
        new GeminiToMessages(),
        new ConverseToMessages(),
        new PairToMessages(),
        new ChosenRejectedToPreference(),
        .. ExportBook.All,
    ];

    /// <summary>The one for a line; null where there is none.</summary>
    public static Conversion? For(Example example) => All.FirstOrDefault(conversion => conversion.Reads(example));
}
