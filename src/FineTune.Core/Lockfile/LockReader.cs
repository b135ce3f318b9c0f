using System.Text.Unicode;
using FineTune.Core.Files;
using FineTune.Core.Findings;

namespace FineTune.Core.Lockfile;

/// <summary>Reads a lock and checks it against itself. Whatever the bytes, the answer is a lock or findings.</summary>
public static class LockReader
{
    /// <summary>The most bytes that a lock may have: 50 MB.</summary>
    internal const int MaxBytes = 50_000_000;

    /// <summary>Reads a lock.</summary>
    /// <param name="path">Absolute path.</param>
    public static LockReading Read(string path)
    {
        if (RepositoryBoundary.Around(Path.GetDirectoryName(path)!, []).Refusal(path) is { } refusal)
        {
            return Fault(path, $"the lock {refusal}");
        }
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (file.Length > MaxBytes)
            {
                return TooLarge(path, file.Length);
            }
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return Read(path, bytes);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return new LockReading(null, []) { Path = path };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Fault(path, $"the lock cannot be read: {IOFault.Describe(exception)}");
        }
    }

    internal static LockReading Read(string path, byte[] bytes)
    {
        if (bytes.Length > MaxBytes)
        {
            return TooLarge(path, bytes.Length);
        }
        var textStart = Utf8Mark.LengthOf(bytes);
        var faults = new LockFaults(path, bytes, textStart);
        CheckText(bytes, textStart, faults);
        if (faults.Count > 0 || LockTree.Read(bytes, textStart, faults) is not { } root)
        {
            return new LockReading(null, faults.Findings) { Path = path };
        }

        var locked = new LockShape(bytes, faults).ReadLock(root);
        if (faults.Count > 0 || locked is null)
        {
            return new LockReading(null, faults.Findings) { Path = path };
        }
        new LockConsistency(faults).Check(locked, root);
        return new LockReading(locked, faults.Findings)
        {
            Path = path,
            ModelRanges = root.Members.Where(member => member.Name == "models").SelectMany(member => member.Value.Members)
                .ToDictionary(member => member.Name, member => faults.Range(member.NameNode.Start, member.NameNode.End)),
        };
    }

    private static void CheckText(byte[] bytes, int textStart, LockFaults faults)
    {
        var text = bytes.AsSpan(textStart);
        if (text.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            faults.Add(LockRules.Invalid, textStart, textStart, "the lock is empty; restore it from git, or delete it to begin anew");
        }
        else if (!Utf8.IsValid(text))
        {
            var at = textStart + FirstInvalid(text);
            faults.Add(LockRules.Invalid, at, at, $"the lock is not UTF-8 from byte {at} on");
        }
        else if (FindMergeMarker(text) is { } marker)
        {
            var at = textStart + marker;
            faults.Add(LockRules.Invalid, at, at + 7, "the lock has merge markers; unite the two sides with \"finetune lock merge\"");
        }
    }

    private static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (at < text.Length && System.Text.Rune.DecodeFromUtf8(text[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }
        return at;
    }

    private static int? FindMergeMarker(ReadOnlySpan<byte> text)
    {
        for (var start = 0; start < text.Length;)
        {
            if (text[start..].StartsWith("<<<<<<<"u8) || text[start..].StartsWith(">>>>>>>"u8))
            {
                return start;
            }
            var lineFeed = text[start..].IndexOf((byte)'\n');
            start = lineFeed < 0 ? text.Length : start + lineFeed + 1;
        }
        return null;
    }

    private static LockReading TooLarge(string path, long bytes) => Fault(path, $"the lock has {bytes} bytes; the most that is read is {MaxBytes}");

    private static LockReading Fault(string path, string message) =>
        new(null, [Finding.Of(LockRules.Invalid, path, TextRange.FileStart, message)]) { Path = path };
}
