using FineTune.Core.Fixing.Conversions;
using FineTune.Core.Fixing.Fixes;

namespace FineTune.Core.Fixing;

/// <summary>Every fix of a line, in the order in which they are applied: first what makes it JSON, then what it should not have, its format, then what is in it.</summary>
internal static class FixBook
{
    public static IReadOnlyList<ILineFix> LineFixes { get; } =
    [
        new TrailingCommas(),
        new ObjectsInOneLine(),
        new NullKeysLeftOut(),
        new ShareGptToMessages(),
        new AlpacaToMessages(),
        new TextToMessages(),
        new GeminiToMessages(),
        new ConverseToMessages(),
        new ChosenRejectedToPreference(),
        new FunctionsToTools(),
        new ArgumentsToString(),
        new NullArgumentsLeftOut(),
        new MojibakeRepair(),
    ];
}
