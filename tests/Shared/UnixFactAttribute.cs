namespace FineTune.Tests;

/// <summary>A test of what Unix has: modes of files, signals, named pipes, devices. Skipped, and said so, elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "this is no Unix" : null;
}
