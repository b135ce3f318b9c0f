namespace FineTune.Tests;

/// <summary>A test that reads a file of <see cref="SharedFolder"/>. Skipped, and said so, where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string file) => Skip = SharedFolder.Find(file) is null ? $"no folder \"shared\" with {file} stands beside the repository" : null;
}
