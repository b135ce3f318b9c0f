namespace FineTune.Core.Files;

/// <summary>What a file looked like from outside: enough to tell that it changed, without opening it.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Target">Absolute path after links are followed; the same as <paramref name="Path"/> for a plain file.</param>
/// <param name="Bytes">Size in bytes; -1 where there is no file.</param>
/// <param name="WrittenTicks">Time of the last write in UTC ticks; 0 where there is no file.</param>
internal readonly record struct FileStamp(string Path, string Target, long Bytes, long WrittenTicks)
{
    private static readonly TimeSpan ClockTick = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan RoundedTick = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan WrongestClock = TimeSpan.FromHours(1);

    /// <summary>Looks at a file; one that is missing or cannot be looked at has a stamp too.</summary>
    public static FileStamp Of(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (file.Exists && file.LinkTarget is not null)
            {
                file = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
            }
            return file.Exists
                ? new(path, file.FullName, file.Length, file.LastWriteTimeUtc.Ticks)
                : new(path, path, -1, 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new(path, path, -1, 0);
        }
    }

    /// <summary>Looks at a folder, whose time changes when an entry comes or goes.</summary>
    public static FileStamp OfFolder(string path)
    {
        try
        {
            var folder = new DirectoryInfo(path);
            folder = folder.Exists && folder.LinkTarget is not null ? folder.ResolveLinkTarget(returnFinalTarget: true) as DirectoryInfo ?? folder : folder;
            return folder.Exists ? new(path, folder.FullName, 0, folder.LastWriteTimeUtc.Ticks) : new(path, path, -1, 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new(path, path, -1, 0);
        }
    }

    /// <summary>
    /// Whether the stamp says nothing about what was read: the file was written since, or so shortly before that a further write may have got the same time.
    /// </summary>
    /// <param name="began">When the file began to be read.</param>
    // A time in whole seconds comes from a file system that rounds, by two at the most; others tell the time of the last tick of a clock.
    // A file server's clock may be before ours; a time that is far in the future is no clock's, and came with an archive.
    public bool IsTooFresh(DateTime began) =>
        WrittenTicks >= (began - (WrittenTicks % TimeSpan.TicksPerSecond == 0 ? RoundedTick : ClockTick)).Ticks && WrittenTicks < (began + WrongestClock).Ticks;
}
