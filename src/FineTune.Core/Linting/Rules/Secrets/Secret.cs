using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Signals;

namespace FineTune.Core.Linting.Rules.Secrets;

/// <summary>FT5001: the data holds a key, a token or a password; the value is never shown.</summary>
internal sealed class Secret() : ExampleRule("FT5001", "secret", Severity.Error, "The data holds a key, a token or a password")
{
    public override bool NeedsFittingFormat => false;

    public override bool AppliesTo(ExampleFormat format) => true;

    public override void Check(Example example, Inspection inspection)
    {
        if (!inspection.Signals.Has(SignalKind.Secret))
        {
            return;
        }
        var last = 0;
        for (var next = 0; inspection.Signals.TryNext(SignalKind.Secret, ref next, out var start);)
        {
            if (start >= last && SecretSearch.At(example.Line, start) is { } found && found.Start >= last)
            {
                inspection.Report(this, example, found.Start, found.End, $"{found.Name} stands here; revoke it, then take it out of the data: what a model has learnt it can repeat");
                last = found.End;
            }
        }
    }
}
