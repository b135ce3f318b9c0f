using FineTune.Core.Datasets;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Rules.Schema;

/// <summary>FT2001: a line has none of the formats that hosts train on.</summary>
internal sealed class UnknownFormat() : ExampleRule("FT2001", "unknown-format", Severity.Error, "A line has no format that the host trains on")
{
    public override bool AppliesTo(ExampleFormat format) => format is not (ExampleFormat.Chat or ExampleFormat.Preference or ExampleFormat.PromptCompletion);

    public override bool NeedsFittingFormat => false;

    public override void Check(Example example, Inspection inspection)
    {
        if (MethodFormats.Fits(inspection.Scope, example.Format) || example.OtherFormat != ExampleFormat.Unknown)
        {
            return;
        }
        var wanted = MethodFormats.Wanted(inspection.Scope.Method);
        if (example.Format != ExampleFormat.Unknown)
        {
            inspection.Report(
                this,
                example,
                KeyOf(example),
                $"the line is {MethodFormats.Describe(example.Format)}; {inspection.Scope.Profile.Title} wants {wanted} (finetune fix --convert writes it so)");
        }
        else if (FindMisspelt(example) is { } key)
        {
            inspection.Report(this, example, key, $"{SafeText.Quote(example.Show(key))} is no key of a training example; \"messages\" was probably meant");
        }
        else
        {
            inspection.Report(this, example, 0, $"the line has {Keys(example)}; a training example needs {wanted}");
        }
        inspection.Abandon();
    }

    private static int KeyOf(Example example)
    {
        ReadOnlySpan<byte> name = example.Format switch
        {
            ExampleFormat.ShareGpt => "conversations"u8,
            ExampleFormat.Alpaca => "instruction"u8,
            ExampleFormat.Gemini => "contents"u8,
            ExampleFormat.Converse => "messages"u8,
            ExampleFormat.Text => "text"u8,
            _ => "chosen"u8,
        };
        return example.Find(0, name) - 1;
    }

    private static int? FindMisspelt(Example example)
    {
        foreach (var property in example.Tape.Properties(0))
        {
            if (example.Node(property.Value).Kind == Datasets.Json.JsonKind.Array && DidYouMean.Closest(example.Show(property.Name), ["messages"]) is not null)
            {
                return property.Name;
            }
        }
        return null;
    }

    private static string Keys(Example example)
    {
        var keys = new List<string>();
        foreach (var property in example.Tape.Properties(0))
        {
            if (keys.Count < 5)
            {
                keys.Add(SafeText.Quote(example.Show(property.Name)));
            }
        }
        return keys.Count == 0 ? "no keys" : $"the key{(keys.Count == 1 ? "" : "s")} {string.Join(", ", keys)}";
    }
}
