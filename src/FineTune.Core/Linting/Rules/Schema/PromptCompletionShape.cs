using System.Text;
using FineTune.Core.Catalog;
using FineTune.Core.Conversions;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Schema;

/// <summary>FT2036: a pair, or a plain text, that lacks a part or has one of another type; Alpaca's instruction and output are such a pair, and what has labels.</summary>
internal sealed class PromptCompletionShape() : ExampleRule("FT2036", "prompt-completion-shape", Severity.Error, "A prompt/completion pair is not complete")
{
    public static PromptCompletionShape Rule { get; } = new();

    public override bool AppliesTo(ExampleFormat format) => format is ExampleFormat.PromptCompletion or ExampleFormat.Alpaca or ExampleFormat.Text or ExampleFormat.Chat;

    public override bool IsAboutKeys => true;

    public override void Check(Example example, Inspection inspection)
    {
        if (inspection.Scope.Profile.Labels && example.Format is ExampleFormat.Text or ExampleFormat.Chat)
        {
            CheckLabels(example, inspection);
        }
        if (example.Format == ExampleFormat.Text)
        {
            CheckAnswer(example, "text"u8, false, inspection);
        }
        else if (example.Format == ExampleFormat.Alpaca)
        {
            CheckPart(example, "instruction"u8, false, inspection);
            CheckAnswer(example, "output"u8, false, inspection);
        }
        else if (example.Format == ExampleFormat.PromptCompletion)
        {
            var formats = inspection.Scope.Profile.Formats;
            var mayBeLists = formats.Contains("prompt_messages") || formats.Contains("prompt_parts");
            CheckPart(example, "prompt"u8, mayBeLists, inspection);
            // In reinforcement the model writes the completion itself.
            if (inspection.Scope.Method != TuningMethod.Reinforcement || example.Find(0, "completion"u8) >= 0)
            {
                CheckAnswer(example, "completion"u8, mayBeLists, inspection);
                CheckKinds(example, inspection);
            }
        }
    }

    /// <summary>Trainers put the completion after the prompt as it is: text after text, or messages after messages.</summary>
    private void CheckKinds(Example example, Inspection inspection)
    {
        var (prompt, completion) = (example.Find(0, "prompt"u8), example.Find(0, "completion"u8));
        if (inspection.Scope.Profile.PairsOfOneKind && prompt >= 0 && completion >= 0
            && (example.Node(prompt).Kind, example.Node(completion).Kind) is (JsonKind.Array, JsonKind.String) or (JsonKind.String, JsonKind.Array))
        {
            inspection.Report(this, example, completion, $"the prompt is {ValueWords.Of(example, prompt)} and the completion {ValueWords.Of(example, completion)}; {inspection.Scope.Profile.Title} takes two strings or two lists of messages");
        }
    }

    /// <summary>Labels are an object: what is asked, and the answer or answers to it.</summary>
    private void CheckLabels(Example example, Inspection inspection)
    {
        var labels = example.Find(0, "labels"u8);
        if (labels < 0)
        {
            if (example.Format == ExampleFormat.Text)
            {
                inspection.Report(this, example, 0, $"the line has a \"text\" and no \"labels\"; {inspection.Scope.Profile.Title} trains a text only as what a classifier is to label");
            }
            return;
        }
        if (example.Node(labels).Kind != JsonKind.Object || example.Node(labels).Next == labels + 1)
        {
            var found = example.Node(labels).Kind == JsonKind.Object ? "empty" : ValueWords.Of(example, labels);
            inspection.Report(this, example, labels, $"\"labels\" is {found}; it must be an object such as {{\"sentiment\": \"positive\"}}");
            return;
        }
        foreach (var label in example.Tape.Properties(labels))
        {
            if (!IsLabel(example, label.Value))
            {
                inspection.Report(this, example, label.Value, $"the label {SafeText.Quote(example.Show(label.Name))} is {ValueWords.Of(example, label.Value)}; it must be a string or a list of strings");
            }
        }
    }

    private static bool IsLabel(Example example, int node)
    {
        if (example.Node(node).Kind != JsonKind.Array)
        {
            return example.Node(node).IsText;
        }
        foreach (var item in example.Tape.Items(node))
        {
            if (!example.Node(item).IsText)
            {
                return false;
            }
        }
        return true;
    }

    private void CheckAnswer(Example example, ReadOnlySpan<byte> key, bool mayBeList, Inspection inspection)
    {
        var node = CheckPart(example, key, mayBeList, inspection);
        if (node >= 0 && example.Node(node).IsText && example.Text(node, inspection.Scratch).IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            // Trainers take it all the same.
            var most = inspection.Scope.Profile.ReadsNamedColumnsOnly ? Severity.Warning : Severity.Error;
            inspection.Report(this, most, example, node, $"the {Encoding.ASCII.GetString(key)} is empty; the model would learn to answer nothing");
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
            inspection.Report(this, example, node, $"\"{Encoding.ASCII.GetString(key)}\" is {ValueWords.Of(example, node)}; it must be a string");
        }
        return node;
    }

    private void ReportMissing(Example example, string name, Inspection inspection)
    {
        if (name == "completion" && CompletionNames.FindIn(example) is >= 0 and var other)
        {
            var offer = inspection.Scope.Method == TuningMethod.Reinforcement ? "" : " (finetune fix --convert does)";
            inspection.Report(this, example, other, $"the line has no \"completion\", but {SafeText.Quote(example.Show(other))}; rename it to \"completion\"{offer}");
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
