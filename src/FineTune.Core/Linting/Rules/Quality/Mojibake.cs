using System.Text;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Answers;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Rules.Answers;
using FineTune.Core.Linting.Signals;

namespace FineTune.Core.Linting.Rules.Quality;

/// <summary>FT4009: UTF-8 that was read as Windows-1252, where the way back loses nothing.</summary>
internal sealed class Mojibake() : AnswerRule("FT4009", "mojibake", Severity.Warning, "Text was read in the wrong encoding")
{
    public static Mojibake Rule { get; } = new();

    /// <summary>Who speaks of encodings shows what goes wrong with them.</summary>
    private static readonly string[] Topics = ["encoding", "encoded", "utf-8", "utf8", "mojibake", "charset", "unicode", "latin-1", "latin1", "iso-8859", "1252", "codepage", "kodierung", "encodage"];

    public override void Check(Example example, Inspection inspection)
    {
        CheckLost(example, inspection);
        if (!inspection.Signals.Has(SignalKind.Mojibake))
        {
            return;
        }
        for (var next = 0; inspection.Signals.TryNext(SignalKind.Mojibake, ref next, out var start);)
        {
            var text = AnswerTexts.InMessageAt(example, start);
            if (text < 0)
            {
                continue;
            }
            var from = start - example.Node(text).Start - 1;
            if (Misreading.At(example.RawText(text), from) is not { } misread)
            {
                if (Misreading.LoneAt(example.RawText(text), from) is not (> 0 and var length))
                {
                    continue;
                }
                if (!IsAboutEncodings(example))
                {
                    inspection.Report(this, example, start, start + length, "\"\u00C2\" is what is left of a no-break space that was read in the wrong encoding: UTF-8 taken for Windows-1252");
                }
                return;
            }
            if (!IsAboutEncodings(example))
            {
                inspection.Report(
                    this,
                    example,
                    start,
                    start + misread.Length,
                    $"{SafeText.Quote(misread.Shown)} is {SafeText.Quote(misread.Meant)} read in the wrong encoding: UTF-8 taken for Windows-1252");
            }
            return;
        }
    }

    /// <summary>The mark of a character that a decoder could not read: what stood there is lost.</summary>
    private void CheckLost(Example example, Inspection inspection)
    {
        var (at, length) = (inspection.Signals.Has(SignalKind.Lost) ? example.Line.IndexOf("\uFFFD"u8) : -1, 3);
        if (at < 0 && (example.Tape.Traits & StringTraits.LongEscaped) != 0)
        {
            (at, length) = (example.Line.IndexOf("\\ufffd"u8), 6);
        }
        if (at >= 0 && AnswerTexts.At(example, at) >= 0 && !IsAboutEncodings(example))
        {
            inspection.Report(this, example, at, at + length, "a character could not be read when the text was decoded, and U+FFFD stands in its place; take it from the source again");
        }
    }

    /// <summary>Whether the example speaks of encodings: what looks damaged there is meant.</summary>
    public static bool IsAboutEncodings(Example example)
    {
        var line = Encoding.UTF8.GetString(example.Line);
        return Topics.Any(topic => line.Contains(topic, StringComparison.OrdinalIgnoreCase));
    }
}
