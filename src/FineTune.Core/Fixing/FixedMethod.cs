using FineTune.Core.Catalog;
using FineTune.Core.Conversions.Documents;
using FineTune.Core.Datasets.Lines;
using FineTune.Core.Files;
using FineTune.Core.Fixing.Fixes;
using FineTune.Core.Linting.Diagnosis;
using FineTune.Core.Linting.Engine;

namespace FineTune.Core.Fixing;

/// <summary>Tells what a file without a manifest is for by its first example as it will be when its line is fixed: so another run sees the same, and has nothing to do.</summary>
internal static class FixedMethod
{
    /// <summary>The method of the first example that is one, or becomes one; supervised where none does.</summary>
    /// <param name="path">Absolute path of the file.</param>
    /// <param name="scope">What is fixed before a line's format is looked at: everything but conversions.</param>
    /// <param name="cancellation">Stops before the next stretch.</param>
    public static TuningMethod Of(string path, FixScope scope, CancellationToken cancellation)
    {
        try
        {
            using var stream = RegularFile.Open(path);
            return Of(stream, path, scope, cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // Said when the file is fixed.
        }
        return TuningMethod.Supervised;
    }

    private static TuningMethod Of(Stream stream, string path, FixScope scope, CancellationToken cancellation)
    {
        var (profile, lines) = (scope.Uses[0].Profile, new LineFixer(scope));
        using var reader = new BlockReader(stream, scope.MaxLineBytes);
        if (reader.Read(cancellation) is not { } block)
        {
            return TuningMethod.Supervised;
        }
        var shape = FileShape.Diagnose(block, path);
        if (shape is not (null or { Kind: FileShapeKind.Lines }))
        {
            return shape.Kind == FileShapeKind.Foreign || !FileFixer.FitsInMemory(stream.Length) ? TuningMethod.Supervised
                : shape.Kind == FileShapeKind.Document ? OfDocument(FileFixer.WholeOf(stream), lines, profile)
                : PlainText.Of(FileFixer.WholeOf(stream), shape.Kind) is { Length: > 0 } text && text.Length < stream.Length ? Of(new MemoryStream(text), path, scope, cancellation)
                : TuningMethod.Supervised;
        }
        TuningMethod? method = null;
        new FixedLines(reader, cancellation).Walk(
            block,
            (bytes, start, length, _, joined) => method = joined is null ? OfLine(bytes, start, length, lines, profile) : Of(joined, 0, joined.Length, lines, profile),
            static _ => { },
            () => method is not null);
        return method ?? TuningMethod.Supervised;
    }

    private static TuningMethod? OfLine(byte[] bytes, int start, int length, LineFixer lines, Profile profile)
    {
        var line = bytes.AsSpan(start, length);
        var mark = Utf8Mark.LengthOf(line);
        return Of(bytes, start + mark, line[mark..].TrimEnd("\r\n"u8).Length, lines, profile);
    }

    private static TuningMethod OfDocument(byte[] whole, LineFixer lines, Profile profile) =>
        DocumentLines.First(whole.AsSpan(Utf8Mark.LengthOf(whole))) is { } first
            ? Of(first, 0, first.Length, lines, profile) ?? TuningMethod.Supervised
            : TuningMethod.Supervised;

    private static TuningMethod? Of(byte[] buffer, int start, int length, LineFixer lines, Profile profile)
    {
        if (lines.Fix(buffer, start, length, 1, new FixTally()) is [var first, ..])
        {
            lines.Line.Read(first, 0, first.Length, 1);
        }
        return lines.Line.IsObject ? MethodRecognition.Of(lines.Line.Example, profile) : null;
    }
}
