using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Messages;

/// <summary>FT2007: a message is no object.</summary>
internal sealed class MessageNotObject() : ExampleRule("FT2007", "message-not-object", Severity.Error, "A message is no object")
{
    public override bool AppliesTo(ExampleFormat format) => HasMessages(format);

    public override void Check(Example example, Inspection inspection)
    {
        foreach (ref readonly var message in example.Messages)
        {
            if (!message.IsObject)
            {
                inspection.Report(this, example, message.Node, $"the message is {ValueWords.Of(example, message.Node)}; it must be an object with \"role\" and \"content\"");
            }
        }
    }
}
