using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Schema;

/// <summary>FT2039: keys whose value is null where leaving them out is meant; once a file, with their counts.</summary>
internal sealed class NullKeysRule() : DatasetRule("FT2039", "null-keys", Severity.Warning, "Keys are null that should be left out")
{
    internal override bool OncePerFile => true;

    /// <summary>More different keys than this, of a line or of a file, are not told apart.</summary>
    public const int Most = 100;

    private const int Shown = 5;

    private const int Places = 3;

    public static NullKeysRule Rule { get; } = new();

    public override DatasetCheck Start(DatasetScope scope) => new Check(this, scope);

    private sealed class Check(NullKeysRule rule, DatasetScope scope) : DatasetCheck
    {
        private readonly SortedDictionary<int, FileOfNulls> files = [];

        private readonly Dictionary<int, long> examples = [];

        public override void Observe(in ExampleFacts facts, int file)
        {
            examples[file] = examples.GetValueOrDefault(file) + 1;
            // Lines of a format that is not trained on have another fault than their keys.
            if (facts.NullKeys is { } keys && MethodFormats.Fits(scope, facts.Format))
            {
                if (!files.TryGetValue(file, out var nulls))
                {
                    files[file] = nulls = new FileOfNulls();
                }
                nulls.Add(keys, new ExamplePlace(file, facts.Offset));
            }
        }

        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            foreach (var (file, nulls) in files)
            {
                var lines = nulls.First.Select(findings.LineOf).Select(line => $"{line:N0}").ToList();
                findings.Report(
                    rule,
                    nulls.First[0],
                    FirstIn,
                    $"{nulls.Names()} null on {nulls.Lines:N0} of {Amount.Of(examples[file], "line")} (first: line {string.Join(", ", lines)}); exporters write null where there is no value: leave the keys out (finetune fix does so)");
            }
        }

        private static (int Start, int End)? FirstIn(Example example) =>
            example.Tape.LeftOut.Count == 0 ? null
            : example.Tape.LeftOut.Min() is var first ? (example.Node(first).Start, example.Node(first + 1).End) : null;
    }

    /// <summary>The null keys of one file.</summary>
    private sealed class FileOfNulls
    {
        private readonly Dictionary<string, long> counts = new(StringComparer.Ordinal);

        public long Lines { get; private set; }

        public List<ExamplePlace> First { get; } = [];

        public void Add(IReadOnlyList<string> keys, ExamplePlace place)
        {
            Lines++;
            if (First.Count < Places)
            {
                First.Add(place);
            }
            foreach (var key in keys)
            {
                if (counts.Count < Most || counts.ContainsKey(key))
                {
                    counts[key] = counts.GetValueOrDefault(key) + 1;
                }
            }
        }

        /// <summary>The keys, most frequent first, with the verb that they need; with counts where these differ.</summary>
        public string Names()
        {
            var keys = counts.OrderByDescending(count => count.Value).ToList();
            var differ = keys.Exists(key => key.Value != Lines);
            var words = keys.Take(Shown).Select(key => SafeText.Quote(key.Key) + (differ && keys.Count > 1 ? FormattableString.Invariant($" ({key.Value:N0})") : "")).ToList();
            if (keys.Count > Shown)
            {
                words.Add(Amount.Of(keys.Count - Shown, "other key"));
            }
            return InWords.And(words) + (keys.Count == 1 ? " is" : " are");
        }
    }
}
