using System.Text.RegularExpressions;
using FineTune.Core.Findings;

namespace FineTune.Core.Files;

/// <summary>Says what the operating system refused, without the absolute path that its own message names.</summary>
internal static partial class IOFault
{
    private const int NoSpaceLeft = 28;
    private const int ReadOnlyFileSystem = 30;
    private const int OverQuotaLinux = 122;
    private const int OverQuotaMac = 69;
    private const int WouldBlockLinux = 11;
    private const int WouldBlockMac = 35;
    private const int SharingViolationWindows = unchecked((int)0x80070020);
    private const int LockViolationWindows = unchecked((int)0x80070021);
    private const int DiskFullWindows = unchecked((int)0x80070070);
    private const int WriteProtectedWindows = unchecked((int)0x80070013);

    /// <summary>The fault as the end of a sentence after a colon.</summary>
    public static string Describe(Exception fault) => fault switch
    {
        _ when IsFull(fault) => "the disk is full",
        _ when IsReadOnly(fault) => "the file system is read-only",
        UnauthorizedAccessException => "permission denied",
        FileNotFoundException or DirectoryNotFoundException => "it is not there",
        PathTooLongException => "the path is too long",
        _ => SafeText.Clean(WithoutPath(fault.Message)),
    };

    /// <summary>Whether there is no room left to write.</summary>
    public static bool IsFull(Exception fault) => fault is IOException && fault.HResult switch
    {
        NoSpaceLeft => !OperatingSystem.IsWindows(),
        OverQuotaLinux => OperatingSystem.IsLinux(),
        OverQuotaMac => OperatingSystem.IsMacOS(),
        DiskFullWindows => OperatingSystem.IsWindows(),
        _ => false,
    };

    /// <summary>Whether nothing can be written there at all.</summary>
    public static bool IsReadOnly(Exception fault) =>
        fault is IOException && fault.HResult == (OperatingSystem.IsWindows() ? WriteProtectedWindows : ReadOnlyFileSystem);

    /// <summary>Whether another process holds the file.</summary>
    public static bool IsHeld(Exception fault) => fault is IOException && fault.HResult switch
    {
        WouldBlockLinux => OperatingSystem.IsLinux(),
        WouldBlockMac => OperatingSystem.IsMacOS(),
        SharingViolationWindows or LockViolationWindows => OperatingSystem.IsWindows(),
        _ => false,
    };

    // .NET names it: "Too many open files : '/srv/data.jsonl'".
    private static string WithoutPath(string message) => AbsolutePath().Replace(message, "");

    [GeneratedRegex(@"\s?:?\s?'(/|[A-Za-z]:\\)[^']*'")]
    private static partial Regex AbsolutePath();
}
