using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Answers;

/// <summary>FT4016: nearly all answers are JSON, XML or a fenced block, and this one is not, or is cut.</summary>
internal sealed class BrokenFormat() : DatasetRule("FT4016", "broken-format", Severity.Warning, "An answer is not in the format of all others")
{
    private const int Fewest = 9;

    private const double LeastShare = 0.9;

    /// <summary>Prose may be meant, for a question that has no answer in the format: it is odd only where there is hardly any.</summary>
    private const int FewestBesideProse = 50;

    private const double LeastShareBesideProse = 0.98;

    private static readonly (AnswerForm Sound, AnswerForm Broken, string Name, string Fault)[] Formats =
    [
        (AnswerForm.Json, AnswerForm.BrokenJson, "JSON", "does not parse"),
        (AnswerForm.Xml, AnswerForm.BrokenXml, "XML", "has tags that do not close"),
        (AnswerForm.Fenced, AnswerForm.BrokenFence, "a fenced block", "does not close its fence"),
    ];

    public override DatasetCheck Start(DatasetScope scope) => new Check(this);

    private sealed class Check(BrokenFormat rule) : DatasetCheck
    {
        private readonly long[] counts = new long[Enum.GetValues<AnswerForm>().Length];

        private readonly List<(AnswerForm Form, ExamplePlace Place)> odd = [];

        private readonly int[] kept = new int[Enum.GetValues<AnswerForm>().Length];

        public override void Observe(in ExampleFacts facts, int file)
        {
            var form = facts.Answered.Form;
            counts[(int)form]++;
            // More of a form than this is no exception, and the first ones tell enough.
            if (form is AnswerForm.Prose or >= AnswerForm.BrokenJson && kept[(int)form]++ < FindingLimit.PerRuleAndFile)
            {
                odd.Add((form, new ExamplePlace(file, facts.Offset)));
            }
        }

        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            var all = counts.Sum() - counts[(int)AnswerForm.None];
            foreach (var (sound, broken, name, fault) in Formats)
            {
                var count = counts[(int)sound];
                // What is broken was meant to be in the format, too.
                if (count < Fewest || count <= counts[(int)broken] || count + counts[(int)broken] < all * LeastShare)
                {
                    continue;
                }
                var isProseOdd = count >= FewestBesideProse && count >= all * LeastShareBesideProse;
                foreach (var (form, place) in odd)
                {
                    if (form == broken || (form == AnswerForm.Prose && isProseOdd))
                    {
                        var isWhat = form == broken ? fault : "is not";
                        findings.Report(rule, place, LastAnswer.In, $"{count:N0} of {all:N0} answers are {name}, and this one {isWhat}; a program that reads the answers will fail on it");
                    }
                }
            }
        }
    }
}
