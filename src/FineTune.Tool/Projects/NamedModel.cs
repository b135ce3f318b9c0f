using FineTune.Core.Findings;
using FineTune.Tool.Terminal;

namespace FineTune.Tool.Projects;

/// <summary>A model that a command line names.</summary>
internal static class NamedModel
{
    /// <summary>The name, where the manifest or the lock has it.</summary>
    /// <exception cref="UsageException">Neither has.</exception>
    /// <exception cref="FindingsException">The lock can't be relied on.</exception>
    public static string In(Project project, string name)
    {
        string[] known = [.. project.Manifest.Models.Select(model => model.Name).Union(project.SoundLock()?.Models.Keys ?? [])];
        return known.Contains(name, StringComparer.Ordinal)
            ? name
            : throw new UsageException($"neither the manifest nor the lock has a model {SafeText.Quote(name)}{DidYouMean.Of(name, known)}");
    }
}
