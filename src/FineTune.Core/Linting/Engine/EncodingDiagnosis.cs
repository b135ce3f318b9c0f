using System.Text.Unicode;
using FineTune.Core.Datasets;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Engine;

/// <summary>Says where a line stops being UTF-8.</summary>
internal static class EncodingDiagnosis
{
    public static void Report(Inspection inspection, Example example)
    {
        var line = example.Line;
        var at = FirstInvalid(line);
        var guess = line[at..] switch
        {
            [0xED, >= 0xA0 and <= 0xBF, ..] => "it is half of a surrogate pair, as CESU-8 writes it",
            [0xC0 or 0xC1, >= 0x80 and <= 0xBF, ..] => "it is a longer form than the character has",
            [>= 0x80 and <= 0x9F, ..] => "it looks like Windows-1252",
            _ => "it looks like Latin-1 or Windows-1252",
        };
        inspection.Report(
            FileRules.EncodingNotUtf8,
            example,
            at,
            at + 1,
            $"byte 0x{line[at]:X2} at offset {example.FileOffset + at:N0} of the file is not UTF-8; save the file as UTF-8 ({guess})");
    }

    /// <summary>Offset of the first byte that belongs to no character.</summary>
    private static int FirstInvalid(ReadOnlySpan<byte> line)
    {
        Span<char> characters = stackalloc char[256];
        var position = 0;
        while (position < line.Length)
        {
            var status = Utf8.ToUtf16(line[position..], characters, out var read, out _, replaceInvalidSequences: false);
            position += read;
            if (status is System.Buffers.OperationStatus.InvalidData or System.Buffers.OperationStatus.NeedMoreData)
            {
                return position;
            }
        }
        return line.Length - 1;
    }
}
