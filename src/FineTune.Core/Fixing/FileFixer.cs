using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Fixing.Output;
using FineTune.Core.Linting.Diagnosis;

namespace FineTune.Core.Fixing;

/// <summary>Fixes one file, line by line in bounded memory; a file that is one document is read whole.</summary>
internal sealed class FileFixer(FixTarget target, string path, IFixOutput output, CancellationToken cancellation)
{
    private const long MostDocumentBytes = 1L << 30;

    private readonly LineFixer lines = new(target.Scope);

    private readonly FixTally tally = new();

    /// <exception cref="IOException">The file cannot be read, or the output cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or its folder not be written.</exception>
    public FixTally Fix()
    {
        using var stream = DataFile.Open(path);
        using var reader = new BlockReader(stream, target.Scope.MaxLineBytes);
        var block = reader.Read(cancellation);
        if (block is null || !HasExample(stream.Length, block))
        {
            return tally;
        }
        if (FileShape.Diagnose(block, path) is not { } shape)
        {
            FixLines(block, reader);
        }
        else if (shape.Rule == FileRules.NotJsonLines && target.Scope.Reports(shape.Rule.Code))
        {
            FixDocument(shape, stream.Length);
        }
        else
        {
            tally.Leave([new FixLeft(shape.Line, shape.Rule.Code, shape.Message)]);
        }
        output.Finish();
        return tally;
    }

    /// <summary>Whether a document of so many bytes is read whole.</summary>
    public static bool FitsInMemory(long length) => length <= MostDocumentBytes;

    /// <summary>Whether there is anything but blank lines: a file that would be left empty is left alone.</summary>
    private static bool HasExample(long length, LineBlock block) =>
        block.Length < length || block.Buffer.AsSpan(ByteOrderMarks.LengthOf(block.Buffer.AsSpan(0, block.Length))..block.Length).IndexOfAnyExcept(" \t\r\n"u8) >= 0;

    private void FixLines(LineBlock first, BlockReader reader)
    {
        var isFirst = true;
        for (var block = first; block is not null; block = reader.Read(cancellation))
        {
            if (block.IsSkippedLine)
            {
                output.KeepUnread(block.FileOffset, block.SkippedBytes);
            }
            var number = block.FirstLine;
            for (var start = 0; start < block.Length;)
            {
                var newline = block.Buffer.AsSpan(start, block.Length - start).IndexOf((byte)'\n');
                var length = newline < 0 ? block.Length - start : newline + 1;
                FixLine(block.Buffer, start, length, number++, isFirst);
                (start, isFirst) = (start + length, false);
            }
            reader.Return(block);
        }
    }

    private void FixLine(byte[] buffer, int start, int length, int number, bool isFirst)
    {
        var whole = buffer.AsSpan(start, length);
        var mark = isFirst ? ByteOrderMarks.LengthOf(whole) : 0;
        var line = whole[mark..].TrimEnd("\r\n"u8);
        var end = whole[(mark + line.Length)..];
        var dropsMark = mark > 0 && !target.Scope.NeedsMark && target.Scope.Reports("FT1003");
        if (line.IndexOfAnyExcept(" \t\r"u8) < 0)
        {
            FixBlank(whole, mark, dropsMark);
            return;
        }
        var mended = lines.Fix(buffer, start + mark, line.Length, number, tally);
        if (mended is null && IsDuplicate())
        {
            Replace(whole, mark > 0 && !dropsMark ? ByteOrderMarks.Utf8 : default, "FT4001");
        }
        else if (mended is not null || dropsMark)
        {
            var kept = mended is null ? [line.ToArray()] : WithoutDuplicates(mended);
            Replace(whole, Join(dropsMark ? default : whole[..mark], kept, end), null);
        }
        else
        {
            output.Keep(whole);
        }
        CountMark(dropsMark);
    }

    private void FixBlank(ReadOnlySpan<byte> whole, int mark, bool dropsMark)
    {
        if (target.Scope.Reports("FT1007"))
        {
            Replace(whole, dropsMark ? default : whole[..mark], "FT1007");
        }
        else if (dropsMark)
        {
            Replace(whole, whole[mark..], null);
        }
        else
        {
            output.Keep(whole);
        }
        CountMark(dropsMark);
    }

    private void Replace(ReadOnlySpan<byte> old, ReadOnlySpan<byte> with, string? code)
    {
        output.Replace(old, with);
        tally.Lines++;
        if (code is not null)
        {
            tally.Count(code);
        }
    }

    private void CountMark(bool dropped)
    {
        if (dropped)
        {
            tally.Count("FT1003");
        }
    }

    private static byte[] Join(ReadOnlySpan<byte> mark, List<byte[]> lines, ReadOnlySpan<byte> end)
    {
        var joined = new MemoryStream();
        joined.Write(mark);
        for (var i = 0; i < lines.Count; i++)
        {
            joined.Write(i == 0 ? default : end.IsEmpty ? "\n"u8 : end);
            joined.Write(lines[i]);
        }
        joined.Write(lines.Count == 0 ? default : end);
        return joined.ToArray();
    }

    /// <summary>Whether the example at hand has been there before in every dataset that the file is a part of.</summary>
    private bool IsDuplicate()
    {
        if (!target.Scope.Unsafe || !target.Scope.Reports("FT4001") || !lines.Line.IsObject)
        {
            return false;
        }
        var digest = ExampleDigest.Of(lines.Line.Example, lines.Line.Scratch);
        return !target.Datasets.Aggregate(false, (isNew, seen) => seen.Add(digest) || isNew);
    }

    private List<byte[]> WithoutDuplicates(IReadOnlyList<byte[]> mended)
    {
        var kept = new List<byte[]>();
        foreach (var line in mended)
        {
            lines.Line.Read(line, 0, line.Length, 1);
            if (IsDuplicate())
            {
                tally.Count("FT4001");
            }
            else
            {
                kept.Add(line);
            }
        }
        return kept;
    }

    private void FixDocument(FileShape shape, long length)
    {
        if (!FitsInMemory(length))
        {
            tally.Leave([new FixLeft(shape.Line, shape.Rule.Code, "the document is over 1 GiB; split it with a program that reads JSON as a stream")]);
            return;
        }
        var whole = File.ReadAllBytes(path);
        var mark = ByteOrderMarks.LengthOf(whole);
        var document = DocumentLines.Of(whole.AsSpan(mark));
        if (document.Fault is not null || document.Lines.Count == 0)
        {
            var line = 1 + whole.AsSpan(0, mark + document.Offset).Count((byte)'\n');
            tally.Leave([new FixLeft(line, shape.Rule.Code, document.Fault ?? "the list is empty")]);
            return;
        }
        var dropsMark = mark > 0 && !target.Scope.NeedsMark && target.Scope.Reports("FT1003");
        var newline = whole.AsSpan().IndexOf("\r\n"u8) >= 0 ? "\r\n"u8 : "\n"u8;
        var written = new List<byte[]>();
        foreach (var line in document.Lines)
        {
            written.AddRange(WithoutDuplicates(lines.Fix(line, 0, line.Length, written.Count + 1, tally) ?? [line]));
        }
        output.Replace(whole, Join(dropsMark ? default : whole.AsSpan(0, mark), written, newline));
        tally.Lines += document.Lines.Count;
        tally.Count(shape.Rule.Code);
        CountMark(dropsMark);
    }
}
