namespace FineTune.Tests;

/// <summary>Tests of what Linux has: the device that is always full, and what it answers where a stream is closed. Skipped, and said so, elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute() => Skip = OperatingSystem.IsLinux() ? null : "this is no Linux";
}
