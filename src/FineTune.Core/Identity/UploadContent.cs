using FineTune.Core.Files;
using System.Security.Cryptography;
using FineTune.Core.Catalog;

namespace FineTune.Core.Identity;

/// <summary>
/// What is uploaded for one role of a model: its files in upload order, joined, without byte-order marks and blank lines, each line ended by LF.
/// Read piece by piece, so memory does not grow with the data.
/// </summary>
/// <param name="sources">The files, in upload order (<see cref="UploadSource.Of"/>).</param>
/// <param name="mark">Whether the host asks for a byte-order mark at the start.</param>
internal sealed class UploadContent(IReadOnlyList<UploadSource> sources, ByteOrderMark mark)
{
    /// <summary>The files, in upload order.</summary>
    public IReadOnlyList<UploadSource> Sources { get; } = sources;

    internal int BufferBytes { get; init; } = NormalizedFile.DefaultBufferBytes;

    /// <summary>The bytes, forward only; the length is what <see cref="Measure(CancellationToken)"/> says.</summary>
    /// <exception cref="IOException">Thrown while reading, where a file cannot be read.</exception>
    public Stream OpenRead() => new NormalizedStream(Sources, mark == ByteOrderMark.Required, BufferBytes);

    /// <summary>Hashes and sizes of the whole and of each file, in one pass.</summary>
    /// <param name="cancellation">Stops the pass.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public UploadMeasure Measure(CancellationToken cancellation)
    {
        using var whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var measured = new List<SourceMeasure>(Sources.Count);
        var markBytes = 0;
        if (mark == ByteOrderMark.Required)
        {
            whole.AppendData(Utf8Mark.Bytes);
            markBytes = Utf8Mark.Bytes.Length;
        }
        foreach (var source in Sources)
        {
            measured.Add(Measure(source, whole, cancellation));
        }
        var total = new ContentMeasure(Hex(whole), markBytes + measured.Sum(source => source.Content.Bytes), measured.Sum(source => source.Content.Examples));
        return new UploadMeasure(total, measured);
    }

    /// <summary>Where a line of the upload comes from; null where the upload has no such line.</summary>
    /// <param name="uploadLine">1-based line of the upload, as a host names it.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public SourceLine? Locate(long uploadLine)
    {
        var before = 0L;
        foreach (var source in Sources)
        {
            using var file = new NormalizedFile(source.FullPath, BufferBytes);
            while (!file.Next().IsEmpty)
            {
                if (before + file.Examples == uploadLine)
                {
                    return new SourceLine(source, file.Line);
                }
            }
            before += file.Examples;
        }
        return null;
    }

    private SourceMeasure Measure(UploadSource source, IncrementalHash whole, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var file = new NormalizedFile(source.FullPath, BufferBytes);
        var bytes = 0L;
        while (file.Next() is { IsEmpty: false } piece)
        {
            cancellation.ThrowIfCancellationRequested();
            hash.AppendData(piece.Span);
            whole.AppendData(piece.Span);
            bytes += piece.Length;
        }
        return new SourceMeasure(source, new ContentMeasure(Hex(hash), bytes, file.Examples));
    }

    private static string Hex(IncrementalHash hash) => Convert.ToHexString(hash.GetHashAndReset()).ToLowerInvariant();
}
