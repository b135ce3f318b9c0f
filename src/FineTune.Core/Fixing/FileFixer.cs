using FineTune.Core.Conversions;
using FineTune.Core.Conversions.Documents;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Datasets.Lines;
using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Fixing.Fixes;
using FineTune.Core.Fixing.Output;
using FineTune.Core.Linting.Diagnosis;
using FineTune.Core.Linting.Rules.Quality;

namespace FineTune.Core.Fixing;

/// <summary>Fixes one file, line by line in bounded memory; a file that is one document, or in another encoding, is read whole.</summary>
internal sealed class FileFixer(FixTarget target, string path, IFixOutput output, CancellationToken cancellation)
{
    private const long MostDocumentBytes = 1L << 30;

    /// <summary>Comments in a fence after comments in a file of another encoding are as deep as it goes.</summary>
    private const int MostTexts = 4;

    private readonly LineFixer lines = new(target.Scope);

    private readonly FixTally tally = new();

    private IFixOutput output = output;

    private bool isFirst = true;

    /// <summary>Whether the line before is broken: then what follows may be the rest of its text, and is no comment.</summary>
    private bool isAfterBroken;

    /// <exception cref="IOException">The file cannot be read, or the output cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or its folder not be written.</exception>
    public FixTally Fix()
    {
        using var stream = RegularFile.Open(path);
        if (Fix(stream, 0))
        {
            output.Finish();
        }
        return tally;
    }

    /// <summary>Fixes a text; false where there is nothing in it.</summary>
    private bool Fix(Stream stream, int depth)
    {
        using var reader = new BlockReader(stream, target.Scope.MaxLineBytes);
        var block = reader.Read(cancellation);
        if (block is null || !HasExample(stream.Length, block))
        {
            return false;
        }
        var shape = FileShape.Diagnose(block, path);
        if (shape is null or { Kind: FileShapeKind.Lines })
        {
            new FixedLines(reader, cancellation).Walk(block, FixLine, skipped => output.KeepUnread(skipped.FileOffset, skipped.SkippedBytes), static () => false);
        }
        else if (shape.Kind == FileShapeKind.Foreign || depth == MostTexts || !target.Scope.Reports(shape.Rule))
        {
            tally.Leave([new FixLeft(shape.Line, shape.Rule.Code, shape.Message)]);
        }
        else if (!FitsInMemory(stream.Length))
        {
            tally.Leave([new FixLeft(shape.Line, shape.Rule.Code, "the file is over 1 GiB and cannot be read line by line; split it with a program that can")]);
        }
        else
        {
            var whole = WholeOf(stream);
            FixWhole(shape, whole, depth);
        }
        return true;
    }

    /// <summary>Whether a document of so many bytes is read whole.</summary>
    public static bool FitsInMemory(long length) => length <= MostDocumentBytes;

    /// <summary>All bytes of a stream, from its start.</summary>
    public static byte[] WholeOf(Stream stream)
    {
        var whole = new byte[stream.Length];
        stream.Position = 0;
        stream.ReadExactly(whole);
        return whole;
    }

    /// <summary>Whether there is anything but blank lines and comments: a file that would be left empty is left alone.</summary>
    private static bool HasExample(long length, LineBlock block)
    {
        if (block.Length < length)
        {
            return true;
        }
        for (var start = Utf8Mark.LengthOf(block.Buffer.AsSpan(0, block.Length)); start < block.Length;)
        {
            var rest = block.Buffer.AsSpan(start, block.Length - start);
            var end = rest.IndexOf((byte)'\n') is >= 0 and var newline ? newline : rest.Length;
            if (rest[..end].IndexOfAnyExcept(" \t\r"u8) >= 0 && !CommentLines.IsOne(rest[..end]))
            {
                return true;
            }
            start += end + 1;
        }
        return false;
    }

    private void FixWhole(FileShape shape, byte[] whole, int depth)
    {
        if (shape.Kind == FileShapeKind.Document)
        {
            FixDocument(shape, whole);
            return;
        }
        if (PlainText.Of(whole, shape.Kind) is not { } text || text.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            tally.Leave([new FixLeft(shape.Line, shape.Rule.Code, "the text cannot be read without a loss")]);
            return;
        }
        var outer = output;
        using var collected = new CollectedText(text);
        output = collected;
        var (before, isLeft) = (tally.Lines, !Fix(new MemoryStream(text), depth + 1));
        output = outer;
        var fixedText = isLeft || collected.Bytes.Length == 0 ? text : collected.Bytes;
        output.Replace(whole, fixedText);
        tally.Lines = before + fixedText.AsSpan().Count((byte)'\n') + (fixedText[^1] == '\n' ? 0 : 1);
        tally.Count(shape.Kind == FileShapeKind.Commented ? FileRules.JsonSyntax : shape.Rule);
    }

    private void FixLine(byte[] buffer, int start, int length, int number, byte[]? joined)
    {
        var whole = buffer.AsSpan(start, length);
        var mark = isFirst ? Utf8Mark.LengthOf(whole) : 0;
        isFirst = false;
        var line = whole[mark..].TrimEnd("\r\n"u8);
        var end = whole[(mark + line.Length)..];
        var dropsMark = mark > 0 && !target.Scope.NeedsMark && target.Scope.Reports(FileRules.ByteOrderMark);
        if (line.IndexOfAnyExcept(" \t\r"u8) < 0)
        {
            FixBlank(FileRules.BlankLine, whole, mark, dropsMark);
            return;
        }
        if (!isAfterBroken && CommentLines.IsOne(line))
        {
            FixBlank(FileRules.JsonSyntax, whole, mark, dropsMark);
            return;
        }
        var mended = joined is null ? lines.Fix(buffer, start + mark, line.Length, number, tally) : FixJoined(joined, number);
        isAfterBroken = lines.Line.Fault != JsonFault.None;
        if (mended is null && joined is null && IsDuplicate())
        {
            Replace(whole, mark > 0 && !dropsMark ? Utf8Mark.Bytes : default, DuplicateExample.Rule);
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

    /// <summary>A line that was broken inside of a string, as one; null where such faults are nobody's.</summary>
    private IReadOnlyList<byte[]>? FixJoined(byte[] joined, int number)
    {
        if (!target.Scope.Reports(FileRules.JsonSyntax))
        {
            return null;
        }
        tally.Count(FileRules.JsonSyntax);
        return lines.Fix(joined, 0, joined.Length, number, tally) ?? [joined];
    }

    private void FixBlank(Rule rule, ReadOnlySpan<byte> whole, int mark, bool dropsMark)
    {
        if (target.Scope.Reports(rule))
        {
            Replace(whole, dropsMark ? default : whole[..mark], rule);
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

    private void Replace(ReadOnlySpan<byte> old, ReadOnlySpan<byte> with, Rule? rule)
    {
        output.Replace(old, with);
        tally.Lines++;
        if (rule is not null)
        {
            tally.Count(rule);
        }
    }

    private void CountMark(bool dropped)
    {
        if (dropped)
        {
            tally.Count(FileRules.ByteOrderMark);
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
        if (!target.Scope.Unsafe || !target.Scope.Reports(DuplicateExample.Rule) || !lines.Line.IsObject)
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
                tally.Count(DuplicateExample.Rule);
            }
            else
            {
                kept.Add(line);
            }
        }
        return kept;
    }

    private void FixDocument(FileShape shape, byte[] whole)
    {
        var mark = Utf8Mark.LengthOf(whole);
        var leftovers = target.Scope.Convert ? Leftovers.Kept : null;
        var document = DocumentLines.Of(whole.AsSpan(mark), leftovers);
        if (document.Fault is not null || document.Lines.Count == 0)
        {
            var line = 1 + whole.AsSpan(0, mark + document.Offset).Count((byte)'\n');
            tally.Leave([new FixLeft(line, shape.Rule.Code, document.Fault ?? "the list is empty")]);
            return;
        }
        var dropsMark = mark > 0 && !target.Scope.NeedsMark && target.Scope.Reports(FileRules.ByteOrderMark);
        var newline = whole.AsSpan().IndexOf("\r\n"u8) >= 0 ? "\r\n"u8 : "\n"u8;
        var written = new List<byte[]>();
        foreach (var line in document.Lines)
        {
            written.AddRange(WithoutDuplicates(lines.Fix(line, 0, line.Length, written.Count + 1, tally) ?? [line]));
        }
        output.Replace(whole, Join(dropsMark ? default : whole.AsSpan(0, mark), written, newline));
        tally.Lines += document.Lines.Count;
        tally.LeaveOut(leftovers?.Dropped ?? []);
        tally.Count(shape.Rule);
        CountMark(dropsMark);
    }
}
