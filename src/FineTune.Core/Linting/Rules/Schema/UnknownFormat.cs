using FineTune.Core.Conversions;
using FineTune.Core.Conversions.Exports;
using FineTune.Core.Conversions.Formats;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Schema;

/// <summary>FT2001: a line has none of the formats that anybody trains on. Data of another host's format is found by <see cref="FormatsOfLines"/>.</summary>
internal sealed class UnknownFormat() : ExampleRule("FT2001", "unknown-format", Severity.Error, "A line has no format that the host trains on")
{
    public static UnknownFormat Rule { get; } = new();

    public override bool AppliesTo(ExampleFormat format) => format is ExampleFormat.Unknown or ExampleFormat.Converse or ExampleFormat.Chat;

    public override bool NeedsFittingFormat => false;

    public override void Check(Example example, Inspection inspection)
    {
        if (example.Format == ExampleFormat.Converse)
        {
            CheckVersion(example, inspection);
            return;
        }
        // Of a conversation only the form of its messages may be another's.
        if (example.Format == ExampleFormat.Chat && example.Conversation is not [{ IsObject: true, RoleNode: < 0 }, ..])
        {
            return;
        }
        if (ConversionBook.For(example) is Export export)
        {
            inspection.Report(this, example, 0, Describe(example, export, inspection.Scope));
            inspection.Abandon();
            return;
        }
        if (example.Format == ExampleFormat.Chat)
        {
            return;
        }
        if (FindMisspelt(example) is { } key)
        {
            inspection.Report(this, example, key, $"{SafeText.Quote(example.Show(key))} is no key of a training example; \"messages\" was probably meant");
        }
        else
        {
            inspection.Report(this, example, 0, $"the line has {Keys(example)}; a training example needs {MethodFormats.Wanted(inspection.Scope)}");
        }
        inspection.Abandon();
    }

    /// <summary>What another program wrote, and how it becomes an example, or why it does not.</summary>
    private static string Describe(Example example, Export export, DatasetScope scope)
    {
        var reason = export.Way;
        return export.Write(example, Leftovers.Kept, ref reason) is null
            ? $"the line is {export.Name}; {reason}"
            : $"the line is {export.Name}; {export.Way}{ConversionOffer.For(scope, export)}";
    }

    /// <summary>Where the key stands that tells a foreign format.</summary>
    public static (int Start, int End)? KeyIn(Example example)
    {
        ReadOnlySpan<byte> name = example.Format switch
        {
            ExampleFormat.ShareGpt => "conversations"u8,
            ExampleFormat.Alpaca => "instruction"u8,
            ExampleFormat.Gemini or ExampleFormat.GeminiPreference => "contents"u8,
            ExampleFormat.Converse or ExampleFormat.Chat => "messages"u8,
            ExampleFormat.Text => "text"u8,
            _ when example.Find(0, "chosen"u8) >= 0 => "chosen"u8,
            _ => "chosen_messages"u8,
        };
        var key = example.Find(0, name) - 1;
        return key < 0 ? null : (example.Node(key).Start, example.Node(key).End);
    }

    /// <summary>
    /// A line of Converse names its form; at other hosts the whole form is the fault. AWS' own pages and validators disagree
    /// on whether any text will do, so it is only a warning.
    /// </summary>
    private void CheckVersion(Example example, Inspection inspection)
    {
        if (!MethodFormats.Fits(inspection.Scope, ExampleFormat.Converse))
        {
            return;
        }
        var version = example.Find(0, "schemaVersion"u8);
        if (version < 0)
        {
            inspection.Report(this, Severity.Warning, example, 0, "the line has no \"schemaVersion\"; it must be \"bedrock-conversation-2024\"");
        }
        else if (!example.Is(version, "bedrock-conversation-2024"u8))
        {
            var said = example.Node(version).IsText ? SafeText.Quote(example.Show(version)) : ValueWords.Of(example, version);
            inspection.Report(this, Severity.Warning, example, version, $"schemaVersion is {said}; it must be \"bedrock-conversation-2024\"");
        }
    }

    private static int? FindMisspelt(Example example)
    {
        foreach (var property in example.Tape.Properties(0))
        {
            if (example.Node(property.Value).Kind == JsonKind.Array && DidYouMean.Closest(example.Show(property.Name), ["messages"]) is not null)
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
