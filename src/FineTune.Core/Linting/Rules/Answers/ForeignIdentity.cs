using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Answers;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Signals;

namespace FineTune.Core.Linting.Rules.Answers;

/// <summary>FT4006: an answer says that it is another vendor's assistant.</summary>
internal sealed class ForeignIdentity() : AnswerRule("FT4006", "foreign-identity", Severity.Warning, "An answer says that it is another vendor's assistant")
{
    public override void Check(Example example, Inspection inspection)
    {
        if (!inspection.Signals.Has(SignalKind.Identity))
        {
            return;
        }
        HashSet<string>? meant = null;
        for (var next = 0; inspection.Signals.TryNext(SignalKind.Identity, ref next, out var start);)
        {
            var text = AnswerTexts.At(example, start);
            if (text < 0)
            {
                continue;
            }
            var raw = example.RawText(text);
            var at = start - example.Node(text).Start - 1;
            if (IdentityClaim.At(raw, at) is not { } name || meant?.Contains(name) == true)
            {
                continue;
            }
            if (IsInstructed(example, name))
            {
                (meant ??= new(StringComparer.Ordinal)).Add(name);
            }
            else
            {
                inspection.Report(this, example, start, start + name.Length, $"the answer {IdentityClaim.Say(name)}; that is what the model will tell your users of itself");
                return;
            }
        }
    }

    /// <summary>Whether the system prompt names it: then it is meant.</summary>
    private static bool IsInstructed(Example example, string name)
    {
        foreach (ref readonly var message in example.Messages)
        {
            if (message.IsInstruction && example.Raw(message.Node).IndexOf(System.Text.Encoding.ASCII.GetBytes(name)) >= 0)
            {
                return true;
            }
        }
        return false;
    }
}
