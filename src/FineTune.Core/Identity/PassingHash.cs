using FineTune.Core.Files;
using System.Security.Cryptography;

namespace FineTune.Core.Identity;

/// <summary>Hashes what would be uploaded while the files are read for another purpose, so that they need not be read again.</summary>
internal sealed class PassingHash : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>The hash of the whole; null where that is the one of its only file.</summary>
    private readonly IncrementalHash? whole;

    private readonly List<ContentMeasure> files = [];

    private readonly int markBytes;

    private long bytes;

    private long examples;

    /// <param name="files">How many files will be read.</param>
    /// <param name="withMark">Whether the upload begins with a byte-order mark.</param>
    public PassingHash(int files, bool withMark)
    {
        if (files == 1 && !withMark)
        {
            return;
        }
        whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (withMark)
        {
            whole.AppendData(Utf8Mark.Bytes);
            markBytes = Utf8Mark.Bytes.Length;
        }
    }

    /// <summary>The files that were hashed to their end, in the order in which they were read.</summary>
    public IReadOnlyList<ContentMeasure> Files => files;

    /// <summary>All of them; null until the last one has ended.</summary>
    public ContentMeasure? Total { get; private set; }

    /// <summary>Adds a stretch of a file: whole lines, the first without byte-order mark.</summary>
    public void Append(ReadOnlySpan<byte> lines)
    {
        var kept = 0;
        for (int at = 0, end; at < lines.Length; at = end)
        {
            var lineFeed = lines[at..].IndexOf((byte)'\n');
            end = lineFeed < 0 ? lines.Length : at + lineFeed + 1;
            var content = UploadLine.Content(lines[at..end]);
            examples += content.IsEmpty ? 0 : 1;
            if (content.IsEmpty || content.Length != lineFeed)
            {
                Add(lines[kept..at]);
                Add(content);
                Add(content.IsEmpty ? default : "\n"u8);
                kept = end;
            }
        }
        Add(lines[kept..]);
    }

    /// <summary>Ends a file, all of which was added.</summary>
    public void EndFile()
    {
        files.Add(new ContentMeasure(Hex(hash), bytes, examples));
        (bytes, examples) = (0, 0);
    }

    /// <summary>Ends the upload.</summary>
    public void End() => Total = whole is null
        ? files[0]
        : new ContentMeasure(Hex(whole), markBytes + files.Sum(file => file.Bytes), files.Sum(file => file.Examples));

    public void Dispose()
    {
        hash.Dispose();
        whole?.Dispose();
    }

    private void Add(ReadOnlySpan<byte> content)
    {
        hash.AppendData(content);
        whole?.AppendData(content);
        bytes += content.Length;
    }

    private static string Hex(IncrementalHash hash) => Convert.ToHexString(hash.GetHashAndReset()).ToLowerInvariant();
}
