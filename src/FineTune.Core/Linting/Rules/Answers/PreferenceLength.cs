using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Answers;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Answers;

/// <summary>FT4019: the preferred answer is nearly always the longer one, or told from the other by one thing that is seen without reading; said once.</summary>
internal sealed class PreferenceLength() : DatasetRule("FT4019", "preference-length", Severity.Warning, "Preferred answers are told by their length or look")
{
    internal override bool OncePerFile => true;

    private const int FewestPairs = 20;

    private const double MostLonger = 0.8;

    /// <summary>How sure it must be that it is not chance: the lower end of the interval of 95 %.</summary>
    private const double LeastSurely = 0.7;

    private const double MostTold = 0.9;

    /// <summary>What nearly all answers begin with is met among the first of them.</summary>
    private const int MostOpenings = 64;

    private static readonly (AnswerMarks Mark, string Has)[] Looks =
    [
        (AnswerMarks.List, "has a list"), (AnswerMarks.Emphasis, "has headings or bold text"), (AnswerMarks.Code, "has a block of code"), (AnswerMarks.Lines, "has several lines"),
        (AnswerMarks.EndsWithQuestion, "ends with a question mark"), (AnswerMarks.EndsWithExclamation, "ends with an exclamation mark"), (AnswerMarks.IsFinished, "ends as a sentence does"),
    ];

    public override bool AppliesTo(DatasetScope scope) => scope.Role == DatasetRole.Training && scope.Method == TuningMethod.Dpo;

    public override DatasetCheck Start(DatasetScope scope) => new Check(this);

    private sealed class Check(PreferenceLength rule) : DatasetCheck
    {
        private readonly long[] preferredOnly = new long[Looks.Length];

        private readonly long[] otherOnly = new long[Looks.Length];

        private readonly Dictionary<ulong, (long Preferred, long Other, ExamplePlace First)> openings = [];

        private long pairs;

        private long longer;

        private long shorter;

        private ExamplePlace first;

        public override void Observe(in ExampleFacts facts, int file)
        {
            if (facts.Pair is not var (preferred, other))
            {
                return;
            }
            var place = new ExamplePlace(file, facts.Offset);
            first = pairs++ == 0 ? place : first;
            longer += preferred.Length > other.Length ? 1 : 0;
            shorter += preferred.Length < other.Length ? 1 : 0;
            for (var i = 0; i < Looks.Length; i++)
            {
                var (mine, theirs) = (preferred.Marks.HasFlag(Looks[i].Mark), other.Marks.HasFlag(Looks[i].Mark));
                preferredOnly[i] += mine && !theirs ? 1 : 0;
                otherOnly[i] += theirs && !mine ? 1 : 0;
            }
            Count(preferred.Opening, other.Opening, 1, 0, place);
            Count(other.Opening, preferred.Opening, 0, 1, place);
        }

        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            if (pairs < FewestPairs)
            {
                return;
            }
            var told = Told(findings).ToList();
            if (told.Count > 0)
            {
                findings.Report(rule, first, $"{string.Join("; ", told)}; the model can learn that instead of what is better. Add pairs where it is the other way round");
            }
        }

        private IEnumerable<string> Told(DatasetFindings findings)
        {
            if (longer > pairs * MostLonger && Surely(longer, pairs) > LeastSurely)
            {
                yield return $"the preferred answer is the longer one in {Share(longer)}";
            }
            else if (shorter > pairs * MostTold)
            {
                yield return $"the preferred answer is the shorter one in {Share(shorter)}";
            }
            for (var i = 0; i < Looks.Length; i++)
            {
                if (preferredOnly[i] > pairs * MostTold)
                {
                    yield return $"the preferred answer {Looks[i].Has} and the other does not in {Share(preferredOnly[i])}";
                }
                if (otherOnly[i] > pairs * MostTold)
                {
                    yield return $"the other answer {Looks[i].Has} and the preferred one does not in {Share(otherOnly[i])}";
                }
            }
            foreach (var (preferred, other, place) in openings.Values)
            {
                if (Math.Max(preferred, other) > pairs * MostTold && OpeningAt(findings, place, preferred > other) is { } words)
                {
                    yield return $"the {(preferred > other ? "preferred" : "other")} answer alone begins with {SafeText.Quote(words)} in {Share(Math.Max(preferred, other))}";
                }
            }
        }

        private string Share(long count) => $"{count:N0} of {pairs:N0} pairs ({(double)count / pairs:P0})";

        private void Count(ulong opening, ulong otherOpening, int preferred, int other, ExamplePlace place)
        {
            if (opening == 0 || opening == otherOpening)
            {
                return;
            }
            if (openings.TryGetValue(opening, out var known))
            {
                openings[opening] = (known.Preferred + preferred, known.Other + other, known.First);
            }
            else if (openings.Count < MostOpenings)
            {
                openings[opening] = (preferred, other, place);
            }
        }

        private static string? OpeningAt(DatasetFindings findings, ExamplePlace place, bool isPreferred)
        {
            if (findings.ReadAgain(place) is not { } example)
            {
                return null;
            }
            var text = isPreferred ? AnswerLooks.TextOf(example, MessageList.Preferred, example.Preferred) : AnswerLooks.TextOf(example, MessageList.NonPreferred, example.NonPreferred);
            return text < 0 ? null : System.Text.Encoding.UTF8.GetString(new Scratch().Decode(AnswerLooks.OpeningOf(example.RawText(text))));
        }

        /// <summary>The lower end of Wilson's interval of 95 % for a share.</summary>
        private static double Surely(long count, long of)
        {
            const double Z = 1.96;
            var share = (double)count / of;
            return (share + Z * Z / (2 * of) - Z * Math.Sqrt((share * (1 - share) + Z * Z / (4 * of)) / of)) / (1 + Z * Z / of);
        }
    }
}
