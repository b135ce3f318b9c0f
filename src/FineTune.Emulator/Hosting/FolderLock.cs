using FineTune.Core.Files;

namespace FineTune.Emulator.Hosting;

/// <summary>Keeps a second emulator off a data folder. The system lets go of it when the process ends, however it ends.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream file;

    private FolderLock(FileStream file) => this.file = file;

    /// <summary>Takes the folder, which is created where it is missing; null where another process has it.</summary>
    public static FolderLock? Take(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "emulator.lock");
        try
        {
            return new FolderLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException fault) when (IOFault.IsHeld(fault))
        {
            return null;
        }
    }

    public void Dispose() => file.Dispose();
}
