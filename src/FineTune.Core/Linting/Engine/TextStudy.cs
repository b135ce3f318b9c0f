using System.Text;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Answers;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.NearDuplicates;
using FineTune.Core.Linting.Rules.Across;
using FineTune.Core.Linting.Rules.Messages;
using FineTune.Core.Linting.Rules.Privacy;
using FineTune.Core.Linting.Rules.Schema;
using FineTune.Core.Linting.Signals;
using FineTune.Core.Linting.Tools;

namespace FineTune.Core.Linting.Engine;

/// <summary>One worker's look at the texts of examples, for the rules about a whole dataset.</summary>
internal sealed class TextStudy(DatasetScope scope)
{
    private readonly Scratch scratch = new();

    private readonly AnswerForms forms = new();

    private readonly Shingles? shingles = scope.Deep ? new Shingles() : null;

    private readonly ColumnKinds? columns = scope.Profile.OneTypePerColumn ? new ColumnKinds() : null;

    private readonly bool seeksTags = scope.Profile.OneTagPerRole;

    private readonly byte[][] fields = [.. scope.GraderFields.Take(FieldsDiffer.MostFields).Select(Encoding.UTF8.GetBytes)];

    private readonly PersonalDataStudy? personal = scope.SeverityOf(PersonalDataRule.Rule) != Severity.None || scope.SeverityOf(RepeatedPersonalData.Rule) != Severity.None ? new() : null;

    private readonly GroupStudy? groups = SplitLeakByGroup.IsWanted(scope) ? new() : null;

    private readonly NullKeyNames? nulls = scope.SeverityOf(NullKeysRule.Rule) != Severity.None ? new NullKeyNames() : null;

    /// <summary>The facts with what the texts say.</summary>
    public ExampleFacts AddTo(in ExampleFacts facts, Example example, LineSignals signals)
    {
        var bytes = 0;
        foreach (ref readonly var message in example.Messages)
        {
            foreach (var text in new MessageTexts(example, message))
            {
                bytes += example.RawText(text).Length;
            }
        }
        var (counts, values) = personal?.Of(example) ?? default;
        return facts with
        {
            FieldKinds = fields.Length == 0 ? 0 : KindsOf(example),
            Target = fields.Length == 0 ? facts.Target : FieldsOf(example),
            Answered = AnswerOf(example, signals),
            TextBytes = bytes,
            Shape = columns?.ShapeOf(example) ?? 0,
            Tags = seeksTags && example.Format == ExampleFormat.ShareGpt ? RoleTagsDiffer.MaskOf(example) : 0,
            Personal = counts,
            PersonalValues = values,
            ToolUse = facts.Tools == 0 ? default : ToolUses.Of(example),
            Pair = AnswerLooks.Of(example),
            Groups = groups?.Of(example),
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

    /// <summary>Hash of the fields that the grader reads: what is right for the prompt.</summary>
    private ulong FieldsOf(Example example)
    {
        var hash = ContentHash.ListSeed;
        foreach (var field in fields)
        {
            hash = ContentHash.Combine(hash, example.Find(0, field) is >= 0 and var node ? ContentHash.Of(example, node, scratch) : 0);
        }
        return hash;
    }

    private AnswerFacts AnswerOf(Example example, LineSignals signals)
    {
        var last = AnswerTexts.Last(example);
        if (last < 0)
        {
            return new AnswerFacts { Form = AnswerForm.None, Bytes = 0, OpenLength = 0, IsRefusal = false, IsOnlyOne = false };
        }
        var raw = example.RawText(last);
        var form = forms.Of(example, last, scratch);
        return new AnswerFacts
        {
            Form = form,
            Bytes = raw.Length,
            OpenLength = OpenEnd.LengthOf(raw, scratch),
            IsRefusal = RefusalText.IsIn(raw),
            IsOnlyOne = AnswerTexts.IsOnlyOne(example),
            IsFinished = OpenEnd.IsSentence(raw),
            Breaks = DoubleEscapes.Of(example, last, form, signals),
        };
    }
}
