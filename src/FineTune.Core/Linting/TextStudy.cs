using System.Text;
using FineTune.Core.Datasets;
using FineTune.Core.Linting.Answers;
using FineTune.Core.Linting.NearDuplicates;
using FineTune.Core.Linting.Rules.Schema;
using FineTune.Core.Linting.Rules.Secrets;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting;

/// <summary>One worker's look at the texts of examples, for the rules about a whole dataset.</summary>
internal sealed class TextStudy(DatasetScope scope)
{
    private readonly Scratch scratch = new();

    private readonly AnswerForms forms = new();

    private readonly Shingles? shingles = scope.Deep ? new Shingles() : null;

    private readonly byte[][] fields = [.. scope.GraderFields.Take(FieldsDiffer.MostFields).Select(Encoding.UTF8.GetBytes)];

    private readonly List<int> places = [];

    private readonly NullKeyNames? nulls = scope.SeverityOf(NullKeysRule.Rule) != Severity.None ? new NullKeyNames() : null;

    private readonly bool seeksPersonalData = scope.SeverityOf(PersonalDataRule.Rule) != Severity.None;

    /// <summary>The facts with what the texts say.</summary>
    public ExampleFacts AddTo(in ExampleFacts facts, Example example)
    {
        var personal = new PersonalData();
        var bytes = 0;
        foreach (ref readonly var message in example.Messages)
        {
            foreach (var text in new MessageTexts(example, message))
            {
                bytes += example.RawText(text).Length;
            }
        }
        if (seeksPersonalData)
        {
            PersonalDataPlaces.Find(example, places);
            foreach (var place in places)
            {
                PersonalDataScan.Count(example.Raw(place), ref personal);
            }
        }
        return facts with
        {
            FieldKinds = fields.Length == 0 ? 0 : KindsOf(example),
            Answered = AnswerOf(example),
            TextBytes = bytes,
            Personal = personal,
            NullKeys = nulls?.Of(example),
            Signature = shingles?.Read(example) == true ? MinHash.SignatureOf(shingles.Hashes) : null,
        };
    }

    private ulong KindsOf(Example example)
    {
        var kinds = 0UL;
        for (var i = 0; i < fields.Length; i++)
        {
            var node = example.Find(0, fields[i]);
            kinds |= (node < 0 ? 0 : FieldsDiffer.CodeOf(example.Node(node).Kind)) << (4 * i);
        }
        return kinds;
    }

    private AnswerFacts AnswerOf(Example example)
    {
        var last = AnswerTexts.Last(example);
        if (last < 0)
        {
            return new AnswerFacts { Form = AnswerForm.None, Bytes = 0, OpenLength = 0, IsRefusal = false, IsOnlyOne = false };
        }
        var raw = example.RawText(last);
        return new AnswerFacts
        {
            Form = forms.Of(example, last, scratch),
            Bytes = raw.Length,
            OpenLength = OpenEnd.LengthOf(raw, scratch),
            IsRefusal = Refusal.IsIn(raw),
            IsOnlyOne = AnswerTexts.IsOnlyOne(example),
            IsFinished = OpenEnd.IsSentence(raw),
        };
    }
}
