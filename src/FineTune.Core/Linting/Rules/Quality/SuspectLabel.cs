using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Answers;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Labels;
using FineTune.Core.Linting.Rules.Answers;

namespace FineTune.Core.Linting.Rules.Quality;

/// <summary>FT4017: the answers are labels, and a classifier over the words of the prompts confidently disagrees with some; said once.</summary>
internal sealed class SuspectLabel() : DatasetRule("FT4017", "suspect-label", Severity.Warning, "Some labels are probably wrong")
{
    internal override bool OncePerFile => true;

    private const int MostLabels = 50;

    private const int LongestLabelBytes = 60;

    private const int FewestTexts = 100;

    private const int MostTexts = 20_000;

    /// <summary>Fewer disagreements may be chance, and more mean that words do not tell the labels.</summary>
    private const int FewestDoubts = 3;

    private const double LeastShare = 0.005;

    private const double MostShare = 0.2;

    private const int Shown = 5;

    public override bool AppliesTo(DatasetScope scope) => scope.Role == DatasetRole.Training && scope.Method is TuningMethod.Supervised or TuningMethod.Completion;

    public override DatasetCheck Start(DatasetScope scope) => new Check(this);

    private sealed class Check(SuspectLabel rule) : DatasetCheck
    {
        private readonly Dictionary<ulong, int> labels = [];

        private bool isProse;

        public override void Observe(in ExampleFacts facts, int file)
        {
            if (!isProse && facts.Answered.Form != AnswerForm.None)
            {
                labels.TryAdd(facts.Answer, labels.Count);
                isProse = labels.Count > MostLabels || facts.Answered.Bytes > LongestLabelBytes;
            }
        }

        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            if (isProse || labels.Count < 2 || index.Count < FewestTexts)
            {
                return;
            }
            var (texts, names) = Read(findings, index);
            if (texts.Count < FewestTexts || names.Count < 2)
            {
                return;
            }
            var (doubts, agreement) = LabelDoubts.Find(texts, names.Count);
            if (doubts.Count < FewestDoubts || doubts.Count < texts.Count * LeastShare || doubts.Count > texts.Count * MostShare)
            {
                return;
            }
            var first = index[doubts[0].Text.Example].Place;
            var shown = doubts.Take(Shown).Select(doubt => $"{findings.Name(index[doubt.Text.Example].Place, first.File)} says {SafeText.Quote(names[doubt.Text.Label])}, likely {SafeText.Quote(names[doubt.Likely])}");
            var more = doubts.Count > Shown ? $"; and {doubts.Count - Shown:N0} more" : "";
            findings.Report(
                rule,
                first,
                LastAnswer.In,
                $"{doubts.Count:N0} of {texts.Count:N0} labels are probably wrong: {string.Join("; ", shown)}{more}. A classifier over words, cross-validated, agrees with {agreement:P0} of the labels and confidently not with these; look at them");
        }

        /// <summary>The texts with their labels, evenly over the whole where there are too many.</summary>
        private static (List<LabelledText> Texts, List<string> Names) Read(DatasetFindings findings, DatasetIndex index)
        {
            using var lines = new ExampleLines(findings.Files);
            var (texts, numbers, words) = (new List<LabelledText>(), new Dictionary<string, int>(StringComparer.Ordinal), new WordFeatures());
            var read = Math.Min(index.Count, MostTexts);
            for (var i = 0; i < read; i++)
            {
                var at = (int)((long)i * index.Count / read);
                if (lines.Read(index[at].Place) is not { } example || AnswerTexts.Last(example) is not (>= 0 and var answer))
                {
                    continue;
                }
                var label = example.Show(answer).Trim();
                AddPrompt(example, words);
                if (words.Take() is { Length: > 0 } features && label.Length > 0)
                {
                    numbers.TryAdd(label, numbers.Count);
                    texts.Add(new LabelledText(at, numbers[label], features));
                }
            }
            return (texts, [.. numbers.Keys]);
        }

        private static void AddPrompt(Example example, WordFeatures words)
        {
            foreach (ref readonly var message in example.Conversation)
            {
                if (message.Role == MessageRole.User)
                {
                    foreach (var text in new MessageTexts(example, message))
                    {
                        words.Add(example.Show(text));
                    }
                }
            }
            if (example.Format == ExampleFormat.PromptCompletion && example.Find(0, "prompt"u8) is >= 0 and var prompt && example.Node(prompt).IsText)
            {
                words.Add(example.Show(prompt));
            }
        }
    }
}
