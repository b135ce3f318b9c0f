using FineTune.Core.Manifest.Reading;
using FineTune.Tool.Terminal;

namespace FineTune.Tool.CommandLine;

/// <summary>Finds the manifest that a command works on.</summary>
internal static class ManifestPath
{
    /// <summary>Absolute path: the named one, else the one in the working folder or above it; where there is none, the one that would be in the working folder.</summary>
    /// <exception cref="UsageException">The named file is not there.</exception>
    public static string Find(Invocation call)
    {
        if (call.Get(GlobalOptions.Manifest) is not { } named)
        {
            return ManifestLocator.Find(call.Surroundings.Folder) ?? Path.Combine(call.Surroundings.Folder, ManifestLocator.FileName);
        }
        var path = call.Resolve(named);
        return File.Exists(path) ? path : throw new UsageException($"{call.Show(path)} is not there; --manifest names the manifest");
    }

    /// <summary>The manifest that files belong to; null where they are looked at without one.</summary>
    /// <param name="call">The run.</param>
    /// <param name="files">What its command line names as data.</param>
    /// <exception cref="UsageException">The named manifest is not there, or stdin is named beside it.</exception>
    public static string? Of(Invocation call, IReadOnlyList<string> files) =>
        files.Count > 0 && call.Get(GlobalOptions.Manifest) is null ? null
        : files.Any(call.IsInput) ? throw new UsageException("- is none of the manifest's files; leave --manifest out")
        : Find(call);
}
