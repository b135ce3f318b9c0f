using System.Text;
using FineTune.Core.Catalog;
using FineTune.Core.Conversions;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Rules.Schema;

/// <summary>FT2036: a pair, or a plain text, that lacks a part or has one of another type; Alpaca's instruction and output are such a pair.</summary>
internal sealed class PromptCompletionShape() : ExampleRule("FT2036", "prompt-completion-shape", Severity.Error, "A prompt/completion pair is not complete")
{
    public override bool AppliesTo(ExampleFormat format) => format is ExampleFormat.PromptCompletion or ExampleFormat.Alpaca or ExampleFormat.Text;

    public override bool IsAboutKeys => true;

    public override void Check(Example example, Inspection inspection)
    {
        if (example.Format == ExampleFormat.Text)
        {
            CheckAnswer(example, "text"u8, false, inspection);
        }
        else if (example.Format == ExampleFormat.Alpaca)
        {
            CheckPart(example, "instruction"u8, false, inspection);
            CheckAnswer(example, "output"u8, false, inspection);
        }
        else
        {
            var formats = inspection.Scope.Profile.Formats;
            var mayBeLists = formats.Contains("prompt_messages") || formats.Contains("prompt_parts");
            CheckPart(example, "prompt"u8, mayBeLists, inspection);
            // In reinforcement the model writes the completion itself.
            if (inspection.Scope.Method != TuningMethod.Reinforcement || example.Find(0, "completion"u8) >= 0)
            {
                CheckAnswer(example, "completion"u8, mayBeLists, inspection);
            }
        }
    }

    private void CheckAnswer(Example example, ReadOnlySpan<byte> key, bool mayBeList, Inspection inspection)
    {
        var node = CheckPart(example, key, mayBeList, inspection);
        if (node >= 0 && example.Node(node).IsText && example.Text(node, inspection.Scratch).IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            inspection.Report(this, example, node, $"the {Encoding.ASCII.GetString(key)} is empty; the model would learn to answer nothing");
        }
    }

    private int CheckPart(Example example, ReadOnlySpan<byte> key, bool mayBeList, Inspection inspection)
    {
        var node = example.Find(0, key);
        if (node < 0)
        {
            ReportMissing(example, Encoding.ASCII.GetString(key), inspection);
        }
        else if (!example.Node(node).IsText && !(mayBeList && example.Node(node).Kind == JsonKind.Array && example.Tape.CountItems(node) > 0))
        {
            inspection.Report(this, example, node, $"\"{Encoding.ASCII.GetString(key)}\" is {Words.Of(example, node)}; it must be a string");
        }
        return node;
    }

    private void ReportMissing(Example example, string name, Inspection inspection)
    {
        if (name == "completion" && CompletionNames.FindIn(example) is >= 0 and var other)
        {
            inspection.Report(
                this,
                example,
                other,
                $"the line has no \"completion\", but {SafeText.Quote(example.Show(other))}; rename it to \"completion\"{(inspection.Scope.Method == TuningMethod.Reinforcement ? "" : " (finetune fix --convert does)")}");
            return;
        }
        foreach (var property in example.Tape.Properties(0))
        {
            if (DidYouMean.Closest(example.Show(property.Name), [name]) is not null)
            {
                inspection.Report(this, example, property.Name, $"the line has no \"{name}\", but {SafeText.Quote(example.Show(property.Name))} (did you mean \"{name}\"?)");
                return;
            }
        }
        inspection.Report(this, example, 0, $"the line has no \"{name}\"");
    }
}
