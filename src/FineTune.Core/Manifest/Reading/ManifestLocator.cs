namespace FineTune.Core.Manifest.Reading;

/// <summary>Finds the manifest of a folder.</summary>
internal static class ManifestLocator
{
    /// <summary>The file's usual name.</summary>
    public const string FileName = "finetune.yml";

    /// <summary>The manifest in a folder, else upward to the folder that holds <c>.git</c>; null for none.</summary>
    /// <param name="startFolder">Absolute path.</param>
    public static string? Find(string startFolder)
    {
        for (var folder = startFolder; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var manifest = Path.Combine(folder, FileName);
            if (File.Exists(manifest))
            {
                return manifest;
            }
            if (Path.Exists(Path.Combine(folder, ".git")))
            {
                return null;
            }
        }
        return null;
    }
}
