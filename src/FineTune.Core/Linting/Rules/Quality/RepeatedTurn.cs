using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Quality;

/// <summary>FT4013: a turn repeats another turn of the same example.</summary>
internal sealed class RepeatedTurn() : ExampleRule("FT4013", "repeated-turn", Severity.Info, "A turn repeats another turn of the example")
{
    private const int ShortestBytes = 40;

    /// <summary>An assistant has phrases, "Is there anything else …": only long ones are judged.</summary>
    private const int ShortestAnswerBytes = 160;

    /// <summary>How many turns are looked back at.</summary>
    private const int Back = 32;

    public override bool AppliesTo(ExampleFormat format) => HasMessages(format);

    public override void Check(Example example, Inspection inspection)
    {
        var turns = example.Conversation;
        for (var i = 1; i < turns.Length; i++)
        {
            var shortest = turns[i].Role switch
            {
                MessageRole.User => ShortestBytes,
                MessageRole.Assistant => ShortestAnswerBytes,
                _ => int.MaxValue,
            };
            if (turns[i].Content < 0 || !example.Node(turns[i].Content).IsText || example.Node(turns[i].Content).Length - 2 <= shortest)
            {
                continue;
            }
            var raw = example.Raw(turns[i].Content);
            for (var j = Math.Max(i - Back, 0); j < i; j++)
            {
                if (turns[j].Role == turns[i].Role && turns[j].Content >= 0 && example.Raw(turns[j].Content).SequenceEqual(raw))
                {
                    inspection.Report(this, example, turns[i].Content, $"this turn is the same, word for word, as message {j + 1} of the example; was a log joined twice, or a retry kept?");
                    return;
                }
            }
        }
    }
}
