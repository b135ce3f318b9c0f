namespace FineTune.Tests;

/// <summary>Tests of what Unix has: its commands and its shell. Skipped, and said so, elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? "this is no Unix" : null;
}
