namespace FineTune.Tool.CommandLine;

/// <summary>Finds the manifest that a command works on.</summary>
internal static class ManifestPath
{
    private const string Name = "finetune.yml";

    /// <summary>Absolute path: the named one, else finetune.yml in the working folder or above it, up to the folder that holds <c>.git</c>; where there is none, the one that would be in the working folder.</summary>
    /// <exception cref="UsageException">The named file is not there.</exception>
    public static string Find(Invocation call)
    {
        if (call.Get(GlobalOptions.Manifest) is { } named)
        {
            var path = call.Resolve(named);
            return File.Exists(path) ? path : throw new UsageException($"{call.Show(path)} is not there; --manifest names the manifest");
        }
        var start = call.Surroundings.Folder;
        for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, Name)))
            {
                return Path.Combine(folder, Name);
            }
            if (IsRepository(folder))
            {
                break;
            }
        }
        return Path.Combine(start, Name);
    }

    /// <summary>The folder at or above one that holds <c>.git</c>; null for none.</summary>
    public static string? Repository(string start)
    {
        for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (IsRepository(folder))
            {
                return folder;
            }
        }
        return null;
    }

    private static bool IsRepository(string folder) => Path.Exists(Path.Combine(folder, ".git"));
}
