using FineTune.Core.Conversions;
using FineTune.Core.Conversions.Documents;
using FineTune.Core.Conversions.Lines;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Datasets.Lines;
using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;

namespace FineTune.Core.Linting.Diagnosis;

/// <summary>A file that is no JSONL file at all: said once, with the way out, instead of once a line.</summary>
/// <param name="Rule">What is wrong.</param>
/// <param name="Line">1-based line to report at.</param>
/// <param name="Message">What the file is, and what to do.</param>
/// <param name="Kind">What can be done with it.</param>
internal sealed record FileShape(Rule Rule, int Line, string Message, FileShapeKind Kind = FileShapeKind.Foreign)
{
    private const string Fix = " (finetune fix writes it as one object a line)";

    /// <summary>What the file is instead of JSONL, by its first block; null where its lines can be read one by one.</summary>
    public static FileShape? Diagnose(LineBlock block, string path)
    {
        var start = block.Buffer.AsSpan(0, block.Length);
        return Pointer(start, path) ?? Encoding(start) ?? Document(start[Utf8Mark.LengthOf(start)..], block.IsLast);
    }

    private static FileShape? Pointer(ReadOnlySpan<byte> start, string path)
    {
        var name = System.IO.Path.GetFileName(path);
        if (start.StartsWith("version https://git-lfs.github.com/spec/v1"u8))
        {
            return new(FileRules.DataNotFetched, 1, $"the file is a Git LFS pointer, not the data; git lfs pull --include {SafeText.Quote(name)} fetches it");
        }
        return start.Length < 4096 && (start.StartsWith("/annex/objects/"u8) || start.IndexOf(".git/annex/objects/"u8) >= 0)
            ? new(FileRules.DataNotFetched, 1, $"the file is a git-annex pointer, not the data; git annex get {SafeText.Quote(name)} fetches it")
            : null;
    }

    private static FileShape? Encoding(ReadOnlySpan<byte> start)
    {
        var found = start switch
        {
            _ when start.StartsWith<byte>([0xFF, 0xFE, 0, 0]) || start.StartsWith<byte>([0, 0, 0xFE, 0xFF]) => "UTF-32",
            _ when start.StartsWith<byte>([0xFF, 0xFE]) || start.StartsWith<byte>([0xFE, 0xFF]) || IsUtf16WithoutMark(start) => "UTF-16",
            _ when start.StartsWith<byte>([0x1F, 0x8B]) => "compressed by gzip",
            _ when start.StartsWith("PK\x03\x04"u8) => "a ZIP archive (or a spreadsheet)",
            _ when start.StartsWith("PAR1"u8) => "a Parquet file",
            _ when start.StartsWith<byte>([0x28, 0xB5, 0x2F, 0xFD]) => "compressed by Zstandard",
            _ => null,
        };
        var isText = found is "UTF-16" or "UTF-32";
        return found is null ? null : new(
            FileRules.EncodingNotUtf8,
            1,
            $"the file is {found} from its first byte on; hosts want plain UTF-8 text, one JSON object a line{(isText ? " (finetune fix writes it so)" : "")}",
            isText ? FileShapeKind.OtherEncoding : FileShapeKind.Foreign);
    }

    private static bool IsUtf16WithoutMark(ReadOnlySpan<byte> start) =>
        start.Length >= 4 && ((start[0] == 0 && start[1] is (byte)'{' or (byte)'[' && start[2] == 0) || (start[0] is (byte)'{' or (byte)'[' && start[1] == 0 && start[3] == 0));

    private static FileShape? Document(ReadOnlySpan<byte> text, bool isWhole)
    {
        var rest = text.TrimStart(" \t\r\n"u8);
        if (rest.IsEmpty)
        {
            return null;
        }
        if (CommentLines.LengthAtStart(text) is > 0 and var comments && Document(text[comments..], isWhole) is { Kind: not (FileShapeKind.Foreign or FileShapeKind.Lines) } under)
        {
            return under with { Line = under.Line + text[..comments].Count((byte)'\n'), Kind = FileShapeKind.Commented };
        }
        var line = 1 + text[..(text.Length - rest.Length)].Count((byte)'\n');
        var newline = rest.IndexOf((byte)'\n');
        var first = newline < 0 ? rest : rest[..newline];
        var next = newline < 0 ? default : rest[newline..].TrimStart(" \t\r\n"u8);
        if (ForeignText.OfStart(rest) is { } foreign)
        {
            return new(FileRules.NotJsonLines, line, foreign, rest.StartsWith("```"u8) ? FileShapeKind.Fenced : FileShapeKind.Foreign);
        }
        if (!next.IsEmpty && JsonText.IsObject(first))
        {
            return null;
        }
        if (OfLines(rest, isWhole) is { } lines)
        {
            return new(FileRules.NotJsonLines, line, lines, FileShapeKind.Lines);
        }
        if (first[0] is (byte)'{' or (byte)'[' && OfDocument(rest, first, next, isWhole) is { } document)
        {
            return new(FileRules.NotJsonLines, line, document, FileShapeKind.Document);
        }
        return IsTable(first, next)
            ? new(FileRules.NotJsonLines, line, "the file looks like a CSV table; a JSONL file has one JSON object a line")
            : ForeignText.OfLines(rest) is { } other ? new(FileRules.NotJsonLines, line, other) : null;
    }

    private static string? OfLines(ReadOnlySpan<byte> text, bool isWhole) =>
        LineForms.OfAll(text, out var count) is { } form ? $"{(isWhole ? $"each of the {count:N0} lines" : "each line")} is {form.Description} (finetune fix writes the object itself)" : null;

    private static string? OfDocument(ReadOnlySpan<byte> text, ReadOnlySpan<byte> first, ReadOnlySpan<byte> next, bool isWhole)
    {
        var isUnfinished = IsUnfinished(first);
        if (!next.IsEmpty && !isUnfinished)
        {
            return null;
        }
        if (DocumentForms.Of(text, isWhole) is var (form, document) && !(form is OneConversation && next.IsEmpty))
        {
            return form.Describe(document, isWhole) + Promise(form, document);
        }
        if (first[0] == '[' && IsArrayOfObjects(first, next, isWhole))
        {
            var lines = isWhole ? DocumentLines.Of(text, leftovers: null) : null;
            var count = lines is { Fault: null, Lines.Count: > 0 } ? $" of {Amount.Of(lines.Lines.Count, "object")}" : "";
            return $"the file is one JSON array{count}; a JSONL file has one object a line, without brackets and commas around them{(lines is { Fault: not null } ? "" : Fix)}";
        }
        return first[0] == '{' && !next.IsEmpty && next[0] is (byte)'"' or (byte)'}' && isUnfinished
            ? "an object goes over several lines (pretty-printed JSON); in a JSONL file each object stands on one line"
                + (isWhole && DocumentLines.Of(text, leftovers: null).Fault is not null ? "" : Fix)
            : null;
    }

    /// <summary>What a fix makes of the document, as far as it is there.</summary>
    private static string Promise(DocumentForm form, Example document)
    {
        var (at, fault) = (0, "");
        return form.Lines(document, leftovers: null, ref at, ref fault) is not null ? Fix
            : form.Lines(document, Leftovers.Kept, ref at, ref fault) is not null ? " (finetune fix --convert writes it as one object a line, and leaves out what stands around them)"
            : "";
    }

    private static bool IsArrayOfObjects(ReadOnlySpan<byte> first, ReadOnlySpan<byte> next, bool isWhole)
    {
        var inside = first[1..].TrimStart(" \t\r"u8);
        var holdsObject = inside.IsEmpty ? !next.IsEmpty && next[0] is (byte)'{' or (byte)']' : inside[0] is (byte)'{' or (byte)']';
        return holdsObject && (IsUnfinished(first) || (next.IsEmpty && isWhole && !(inside.Length > 1 && HoldsMessages(inside))));
    }

    /// <summary>Whether the list is that of an example's messages, without the object around it.</summary>
    private static bool HoldsMessages(ReadOnlySpan<byte> inside) => inside[1..].TrimStart(" \t"u8).StartsWith("\"role\""u8);

    /// <summary>Whether the line is right as far as it goes, and goes not far enough.</summary>
    private static bool IsUnfinished(ReadOnlySpan<byte> line)
    {
        var fault = new JsonTape().Parse(line);
        return fault.Kind == JsonFaultKind.Syntax && fault.Offset >= line.Length && !JsonScene.At(line, fault.Offset).InString;
    }

    private static bool IsTable(ReadOnlySpan<byte> first, ReadOnlySpan<byte> next)
    {
        var newline = next.IndexOf((byte)'\n');
        var second = newline < 0 ? next : next[..newline];
        if (second.IsEmpty || first[0] is (byte)'{' or (byte)'[' || second[0] == '{')
        {
            return false;
        }
        foreach (var delimiter in ",\t;|"u8)
        {
            if (first.IndexOf(delimiter) > 0 && second.IndexOf(delimiter) >= 0 && !first.Contains((byte)'{'))
            {
                return true;
            }
        }
        return false;
    }
}
