using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Privacy;

/// <summary>FT5003: the same e-mail address, phone number, IBAN … in ten or more examples; said once, never with a value.</summary>
internal sealed class RepeatedPersonalData() : DatasetRule("FT5003", "repeated-personal-data", Severity.Warning, "The same personal data stands in many examples")
{
    internal override bool OncePerFile => true;

    private const int Fewest = 10;

    private const int Shown = 3;

    /// <summary>Further values are not counted: what repeats was met long before.</summary>
    private const int MostValues = 200_000;

    public static RepeatedPersonalData Rule { get; } = new();

    public override bool AppliesTo(DatasetScope scope) => scope.Role == DatasetRole.Training;

    public override DatasetCheck Start(DatasetScope scope) => new Check(this);

    private sealed class Check(RepeatedPersonalData rule) : DatasetCheck
    {
        private readonly Dictionary<ulong, (int Examples, PersonalDataKind Kind, bool IsOfUser, ExamplePlace First)> known = [];

        public override void Observe(in ExampleFacts facts, int file)
        {
            foreach (var value in facts.PersonalValues ?? [])
            {
                if (known.TryGetValue(value.Hash, out var seen))
                {
                    known[value.Hash] = (seen.Examples + 1, seen.Kind, seen.IsOfUser || value.IsOfUser, seen.First);
                }
                else if (known.Count < MostValues)
                {
                    known[value.Hash] = (1, value.Kind, value.IsOfUser, new ExamplePlace(file, facts.Offset));
                }
            }
        }

        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            // A number that answers alone give is the firm's own: a hotline, an account to pay to.
            var repeated = known
                .Where(value => value.Value.Examples >= Fewest && (value.Value.IsOfUser || value.Value.Kind is not (PersonalDataKind.Phone or PersonalDataKind.Iban)))
                .OrderByDescending(value => value.Value.Examples)
                .ThenBy(value => (value.Value.First.File, value.Value.First.Offset))
                .ToList();
            if (repeated.Count == 0)
            {
                return;
            }
            var (hash, most) = repeated[0];
            var shown = repeated.Take(Shown).Select(value => $"{NameOf(value.Value.Kind)} in {value.Value.Examples:N0} examples, first in {findings.Name(value.Value.First, most.First.File)}");
            var more = repeated.Count > Shown ? $"; and {repeated.Count - Shown:N0} more" : "";
            findings.Report(
                rule,
                most.First,
                example => PersonalDataScan.FirstIn(example, (_, other) => other == hash),
                $"{Amount.Of(repeated.Count, "value of personal data stands", "values of personal data stand")} in {Fewest} or more examples each: {string.Join("; ", shown)}{more}. What is seen so often is said again, to anybody: put other values in, or take them out");
        }

        private static string NameOf(PersonalDataKind kind) => kind switch
        {
            PersonalDataKind.Email => "an e-mail address",
            PersonalDataKind.Phone => "a phone number",
            PersonalDataKind.Card => "a card number",
            PersonalDataKind.Iban => "an IBAN",
            _ => "a US social security number",
        };
    }
}
