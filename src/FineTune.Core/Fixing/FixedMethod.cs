using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting;
using FineTune.Core.Linting.Diagnosis;

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
        var profile = scope.Uses[0].Profile;
        var lines = new LineFixer(scope);
        try
        {
            using var stream = DataFile.Open(path);
            using var reader = new BlockReader(stream, scope.MaxLineBytes);
            for (var block = reader.Read(cancellation); block is not null; block = reader.Read(cancellation))
            {
                if (block.FileOffset == 0 && FileShape.Diagnose(block, path) is { } shape)
                {
                    return shape.Rule == FileRules.NotJsonLines && FileFixer.FitsInMemory(stream.Length) ? OfDocument(File.ReadAllBytes(path), lines, profile) : TuningMethod.Supervised;
                }
                if (Of(block, lines, profile) is { } method)
                {
                    return method;
                }
                reader.Return(block);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // Said when the file is fixed.
        }
        return TuningMethod.Supervised;
    }

    private static TuningMethod OfDocument(byte[] whole, LineFixer lines, Profile profile) =>
        DocumentLines.First(whole.AsSpan(ByteOrderMarks.LengthOf(whole))) is { } first
            ? Of(first, 0, first.Length, lines, profile) ?? TuningMethod.Supervised
            : TuningMethod.Supervised;

    private static TuningMethod? Of(LineBlock block, LineFixer lines, Profile profile)
    {
        var start = block.FileOffset == 0 ? ByteOrderMarks.LengthOf(block.Buffer.AsSpan(0, block.Length)) : 0;
        while (start < block.Length)
        {
            var rest = block.Buffer.AsSpan(start, block.Length - start);
            var length = rest.IndexOf((byte)'\n') is >= 0 and var newline ? newline : rest.Length;
            if (Of(block.Buffer, start, rest[..length].TrimEnd((byte)'\r').Length, lines, profile) is { } method)
            {
                return method;
            }
            start += length + 1;
        }
        return null;
    }

    private static TuningMethod? Of(byte[] buffer, int start, int length, LineFixer lines, Profile profile)
    {
        if (lines.Fix(buffer, start, length, 1, new FixTally()) is [var first, ..])
        {
            lines.Line.Read(first, 0, first.Length, 1);
        }
        return lines.Line.IsObject ? MethodRecognition.Of(lines.Line.Example, profile) : null;
    }
}
