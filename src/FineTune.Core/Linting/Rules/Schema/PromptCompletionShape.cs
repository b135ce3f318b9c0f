using FineTune.Core.Datasets;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Rules.Schema;

/// <summary>FT2036: a prompt/completion pair that lacks a half, or has one of another type.</summary>
internal sealed class PromptCompletionShape() : ExampleRule("FT2036", "prompt-completion-shape", Severity.Error, "A prompt/completion pair is not complete")
{
    public override bool AppliesTo(ExampleFormat format) => format == ExampleFormat.PromptCompletion;

    public override void Check(Example example, Inspection inspection)
    {
        var (prompt, completion) = (example.Find(0, "prompt"u8), example.Find(0, "completion"u8));
        CheckText(example, prompt, "prompt", inspection);
        CheckText(example, completion, "completion", inspection);
        if (completion >= 0 && example.Node(completion).IsText && example.Text(completion, inspection.Scratch).IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            inspection.Report(this, example, completion, "the completion is empty; the model would learn to answer nothing");
        }
    }

    private void CheckText(Example example, int node, string name, Inspection inspection)
    {
        if (node < 0)
        {
            inspection.Report(this, example, 0, $"the line has no \"{name}\"");
        }
        else if (!example.Node(node).IsText)
        {
            inspection.Report(this, example, node, $"\"{name}\" is {Words.Of(example, node)}; it must be a string");
        }
    }
}
