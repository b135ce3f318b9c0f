namespace FineTune.Core.Tests.Generation;

/// <summary>Names of models that a manifest may hold, and no language takes as they are.</summary>
internal static class HostileNames
{
    public const string Text = "\"; }} */ --> \r\n\u2028 \"\"\" {0} \\ \u201d ünï <b>&";

    public static IReadOnlyList<string> All { get; } = ["support-bot", "Support_Bot", "4you", "class", "id", "all", "日本語", "ünï", "---", "a.b c/d", Text];
}
