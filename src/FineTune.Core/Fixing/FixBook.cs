using FineTune.Core.Conversions.Formats;
using FineTune.Core.Conversions.Lines;
using FineTune.Core.Fixing.Fixes;

namespace FineTune.Core.Fixing;

/// <summary>Every fix of a line, in the order in which they are applied: first what makes it JSON, then what it should not have, its format, then what is in it.</summary>
internal static class FixBook
{
    public static IReadOnlyList<ILineFix> LineFixes { get; } =
    [
        new InvisibleCharacters(),
        new ControlCharacters(),
        new TrailingCommas(),
        new ObjectsInOneLine(),
        .. LineForms.All.Select(form => new ObjectOfLine(form)),
        new NullKeysLeftOut(),
        .. ConversionBook.All.Select(conversion => new LineConversion(conversion)),
        new ResponseToCompletion(),
        new FunctionsToTools(),
        new LangChainToolCalls(),
        new ArgumentsToString(),
        new NullArgumentsLeftOut(),
        new ArgumentsToJson(),
        new TextToBlocks(),
        new ImageUrlToObject(),
        new AssistantToModel(),
        new ContentBesideCalls(),
        new IndexColumns(),
        new MojibakeRepair(),
    ];
}
