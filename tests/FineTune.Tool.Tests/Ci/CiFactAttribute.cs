namespace FineTune.Tool.Tests.Ci;

/// <summary>A test that needs what a hosted Linux machine has: bash, git and jq. Skipped, and said so, where one of them is missing.</summary>
public sealed class CiFactAttribute : FactAttribute
{
    public CiFactAttribute() => Skip = Reason;

    /// <summary>What this machine lacks; null where it lacks nothing.</summary>
    internal static string? Reason { get; } = Missing() is { Length: > 0 } missing ? $"this machine lacks {string.Join(", ", missing)}" : null;

    private static string[] Missing() => OperatingSystem.IsWindows() ? ["a Unix shell"] : [.. new[] { "bash", "git", "jq" }.Where(name => !IsOnPath(name))];

    private static bool IsOnPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));
}
