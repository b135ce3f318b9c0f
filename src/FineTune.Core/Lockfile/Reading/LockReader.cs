using FineTune.Core.Datasets.Json;
using FineTune.Core.Datasets.Lines;
using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;

namespace FineTune.Core.Lockfile.Reading;

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
        var faults = new LockFaults(path, bytes.AsMemory(Utf8Mark.LengthOf(bytes)));
        var json = LockSyntax.Read(bytes, faults);
        var locked = json is not null && faults.Count == 0 ? new LockShape(faults).ReadLock(json.Root) : null;
        if (faults.Count > 0 || json is null || locked is null)
        {
            return new LockReading(null, faults.Findings) { Path = path };
        }
        new LockConsistency(faults).Check(locked, json.Root);
        PlacedValue[] names = [.. (json.Root.Find("models"u8)?.Members ?? []).Select(member => member.Name)];
        var ranges = LineColumns.RangesIn(json.Text, names.Select(name => (name.Start, name.End)));
        return new LockReading(locked, faults.Findings)
        {
            Path = path,
            ModelRanges = names.Zip(ranges).ToDictionary(named => named.First.Text, named => named.Second),
        };
    }

    private static LockReading TooLarge(string path, long bytes) => Fault(path, $"the lock has {bytes} bytes; the most that is read is {MaxBytes}");

    private static LockReading Fault(string path, string message) =>
        new(null, [Finding.Of(LockRules.Invalid, path, TextRange.FileStart, message)]) { Path = path };
}
