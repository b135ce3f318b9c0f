using FineTune.Core.Files;

namespace FineTune.Emulator.State;

/// <summary>The bytes of files and parts, each in a file of its own that is named after the ID.</summary>
internal sealed class Contents
{
    private readonly string folder;

    /// <summary>Opens the folder; what a killed process left half-written is deleted.</summary>
    public Contents(string folder)
    {
        this.folder = folder;
        Directory.CreateDirectory(folder);
        FileDraft.RemoveOrphansIn(folder);
    }

    public string Folder => folder;

    public string PathOf(string id) => Path.Combine(folder, id + ".data");

    /// <summary>A path to write to before the content is known to be good.</summary>
    public string NewTemporaryPath() => FileDraft.New(Path.Combine(folder, "received"));

    /// <summary>Makes what was written to a temporary path the content of an ID.</summary>
    public void Keep(string temporaryPath, string id) => AtomicFile.Place(temporaryPath, PathOf(id));

    public void Delete(string id) => File.Delete(PathOf(id));

    /// <summary>Deletes the contents of IDs that nothing knows.</summary>
    public void DeleteAllBut(IReadOnlySet<string> known)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.data").ToList())
        {
            if (!known.Contains(Path.GetFileNameWithoutExtension(path)))
            {
                File.Delete(path);
            }
        }
    }
}
