namespace FineTune.Core.Findings;

/// <summary>Every code that a rule has, so that a manifest can be checked without loading the rules themselves.</summary>
internal static class RuleCodes
{
    // First code of each run of consecutive codes, then the last one.
    private static readonly (int First, int Last)[] Runs =
    [
        (1, 12), (1001, 1013), (2001, 2038), (3001, 3007), (3009, 3009), (4001, 4016), (5001, 5002), (6001, 6003), (7001, 7009), (8001, 8014), (9001, 9003),
    ];

    /// <summary>All codes, sorted.</summary>
    public static IReadOnlyList<string> All { get; } =
        Runs.SelectMany(run => Enumerable.Range(run.First, run.Last - run.First + 1)).Select(number => $"FT{number:D4}").ToArray();

    /// <summary>Whether a rule has this code.</summary>
    public static bool Contains(string code) => All.Contains(code);
}
