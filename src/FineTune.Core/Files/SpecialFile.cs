using System.Formats.Tar;

namespace FineTune.Core.Files;

/// <summary>Tells pipes, sockets and devices from files: to open one may wait for ever, or do something.</summary>
internal static class SpecialFile
{
    /// <summary>Whether a path without links leads to one.</summary>
    // They have no length, so only what looks like an empty file is looked at.
    public static bool Is(string path)
    {
        try
        {
            return !OperatingSystem.IsWindows() && new FileInfo(path) is { Exists: true, Length: 0 } && KindOf(path) is not TarEntryType.RegularFile;
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or FileNotFoundException or DirectoryNotFoundException)
        {
            return false; // a file that may not be read, or is gone
        }
        catch (IOException fault)
        {
            return !IOFault.IsHeld(fault); // no archive takes a socket
        }
    }

    // The one way of .NET to ask for the kind of a file without opening it is to archive it.
    private static TarEntryType? KindOf(string path)
    {
        using var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, leaveOpen: true))
        {
            writer.WriteEntry(path, "entry");
        }
        archive.Position = 0;
        using var reader = new TarReader(archive);
        return reader.GetNextEntry()?.EntryType;
    }
}
