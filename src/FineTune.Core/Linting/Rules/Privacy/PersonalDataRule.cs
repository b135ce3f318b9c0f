using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Privacy;

/// <summary>FT5002: e-mail addresses, phone, card, account and social security numbers; once a file with their counts, never a value.</summary>
internal sealed class PersonalDataRule() : DatasetRule("FT5002", "personal-data", Severity.Info, "The data holds personal data")
{
    internal override bool OncePerFile => true;

    public static PersonalDataRule Rule { get; } = new();

    public override DatasetCheck Start(DatasetScope scope) => new Check(this);

    private sealed class Check(PersonalDataRule rule) : DatasetCheck
    {
        private readonly SortedDictionary<int, (PersonalData Data, long Examples, ExamplePlace First)> files = [];

        public override void Observe(in ExampleFacts facts, int file)
        {
            if (facts.Personal.IsNone)
            {
                return;
            }
            var known = files.TryGetValue(file, out var found) ? found : (new PersonalData(), 0, new ExamplePlace(file, facts.Offset));
            known.Item1.Add(facts.Personal);
            files[file] = (known.Item1, known.Item2 + 1, known.Item3);
        }

        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            foreach (var (data, examples, first) in files.Values)
            {
                findings.Report(
                    rule,
                    first,
                    PersonalDataScan.FirstIn,
                    $"{Amount.Of(examples, "example of this file holds", "examples of this file hold")} personal data: {string.Join(", ", CountsOf(data))}; this is the first place. A model repeats what it has seen, to anybody");
            }
        }

        private static IEnumerable<string> CountsOf(PersonalData data)
        {
            foreach (var (count, one, many) in new[]
            {
                (data.Emails, "e-mail address", "e-mail addresses"), (data.Phones, "phone number", "phone numbers"), (data.Cards, "card number", "card numbers"),
                (data.Ibans, "IBAN", "IBANs"), (data.SocialSecurityNumbers, "US social security number", "US social security numbers"),
            })
            {
                if (count > 0)
                {
                    yield return Amount.Of(count, one, many);
                }
            }
        }
    }
}
