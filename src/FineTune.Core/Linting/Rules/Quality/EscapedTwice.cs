using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Datasets.Lines;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Answers;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Signals;

namespace FineTune.Core.Linting.Rules.Quality;

/// <summary>FT4014: an answer holds a backslash and an n where a line break was meant, or a backslash before a quote; once where it is the whole file.</summary>
internal sealed class EscapedTwice() : DatasetRule("FT4014", "escaped-twice", Severity.Warning, "Text was escaped twice")
{
    private const int FewestTogether = 10;

    public override DatasetCheck Start(DatasetScope scope) => new Check(this);

    private sealed class Check(EscapedTwice rule) : DatasetCheck
    {
        private readonly List<(ExamplePlace Place, bool IsQuote)> odd = [];

        private long answers;

        private long literal;

        private long real;

        private ExamplePlace first;

        public override void Observe(in ExampleFacts facts, int file)
        {
            var (breaks, place) = (facts.Answered.Breaks, new ExamplePlace(file, facts.Offset));
            answers += facts.Answered.Form == AnswerForm.None ? 0 : 1;
            real += (breaks & LineBreaks.Real) == 0 ? 0 : 1;
            first = (breaks & LineBreaks.Literal) != 0 && literal++ == 0 ? place : first;
            if ((breaks & (LineBreaks.EscapedTwice | LineBreaks.QuoteEscapedTwice)) != 0)
            {
                odd.Add((place, (breaks & LineBreaks.QuoteEscapedTwice) != 0));
            }
        }

        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            // Code may well print a backslash and an n; code without a single line break is none.
            if (real == 0 && literal >= FewestTogether && literal * 2 > answers)
            {
                findings.Report(
                    rule,
                    first,
                    FirstLiteral,
                    $"{literal:N0} of {answers:N0} answers have a backslash and an n where a line break was meant, and none has a line break inside; the file was escaped twice, and the model will write the backslashes");
                return;
            }
            foreach (var (place, isQuote) in odd)
            {
                findings.Report(rule, place, First, isQuote
                    ? "the answer has a backslash before each quote; it was escaped twice, and the model will write the backslashes"
                    : "the answer has a backslash and an n where a line break was meant; it was escaped twice, and the model will write them");
            }
        }

        private static (int Start, int End)? First(Example example)
        {
            var signals = new LineSignals();
            signals.Read(example.Line);
            return DoubleEscapes.FirstIn(example, signals) is var (start, end, _) ? (start, end) : null;
        }

        private static (int Start, int End)? FirstLiteral(Example example) =>
            AnswerTexts.Last(example) is >= 0 and var answer && example.RawText(answer).IndexOf(@"\\n"u8) is >= 0 and var at
                ? (example.Node(answer).Start + 1 + at, example.Node(answer).Start + 4 + at)
                : null;
    }
}
