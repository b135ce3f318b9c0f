using FineTune.Core.Catalog;
using FineTune.Core.Conversions;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Schema;

/// <summary>FT2004: a line has a key outside its format. Reinforcement examples may have any.</summary>
internal sealed class UnknownKey() : ExampleRule("FT2004", "unknown-key", Severity.Warning, "A line has a key that its format does not know")
{
    public static UnknownKey Rule { get; } = new();

    /// <summary>The keys of a preference example.</summary>
    public static readonly NameList PreferenceKeys = new(["input", "preferred_output", "non_preferred_output"]);

    private static readonly NameList OpenPipeKeys = new(["split", "tool_choice", "criteria"]);

    private static readonly NameList PairKeys = new(["prompt", "completion"]);

    private static readonly NameList TextKeys = new(["text"]);

    private static readonly NameList ToolKeys = new(["tools", "functions", "parallel_tool_calls"]);

    public override bool IsAboutKeys => true;

    public override bool AppliesTo(DatasetScope scope) => scope.Method != TuningMethod.Reinforcement;

    public override bool AppliesTo(ExampleFormat format) =>
        format is ExampleFormat.Chat or ExampleFormat.Preference or ExampleFormat.PromptCompletion or ExampleFormat.Text or ExampleFormat.Converse || format.IsGemini();

    public override void Check(Example example, Inspection inspection)
    {
        var conversationKeys = inspection.LineKeys;
        if (example.Format is ExampleFormat.Chat or ExampleFormat.Converse || example.Format.IsGemini())
        {
            Check(example, 0, conversationKeys, inspection);
        }
        else if (example.Format == ExampleFormat.PromptCompletion)
        {
            // FT2036 names the half that is missing; another key may be that half.
            if (example.Find(0, "prompt"u8) >= 0 && example.Find(0, "completion"u8) >= 0)
            {
                Check(example, 0, PairKeys, inspection);
            }
        }
        else if (example.Format == ExampleFormat.Text)
        {
            Check(example, 0, TextKeys, inspection);
        }
        else
        {
            Check(example, 0, PreferenceKeys, inspection);
            if (example.Holder > 0 && example.Node(example.Holder).Kind == JsonKind.Object)
            {
                Check(example, example.Holder, conversationKeys, inspection);
            }
        }
    }

    private void Check(Example example, int holder, NameList known, Inspection inspection)
    {
        HashSet<string>? present = null;
        var isOpenPipe = IsOfOpenPipe(example, holder);
        foreach (var property in example.Tape.Properties(holder))
        {
            if (isOpenPipe && OpenPipeKeys.Contains(example.Name(property.Name)))
            {
                if (example.Is(property.Name, "split"u8))
                {
                    inspection.Report(this, example, property.Name, "\"split\" comes from an OpenPipe export: lines of the split TEST belong into the validation file, and OpenPipe's keys (\"split\", \"tool_choice\") out of both");
                }
                continue;
            }
            if (!known.Contains(example.Name(property.Name)) && !IsOfTheLine(example, holder, property.Name, inspection.Scope.Profile) && !IsMisspeltOutput(example, property.Name) && !IsToolKeyOfNoTools(example, property.Name, inspection.Scope.Profile))
            {
                Judge(example, holder, property, known.All, inspection, ref present);
            }
        }
    }

    private void Judge(Example example, int holder, JsonProperty property, IReadOnlyList<string> known, Inspection inspection, ref HashSet<string>? present)
    {
        var key = example.Show(property.Name);
        // A trainer that reads named columns passes over all others; only a slip in a name is worth a word.
        if (inspection.Scope.Profile.ReadsNamedColumnsOnly && !(DidYouMean.Closest(key, known) is { } meant && !(present ??= KeysOf(example, holder)).Contains(meant)))
        {
            return;
        }
        if (!PandasIndex.Is(example, property))
        {
            inspection.Report(this, example, property.Name, () => $"{SafeText.Quote(key)} is no key of {Owner(example, holder)}{Hint(key, known)}");
            return;
        }
        var index = PandasIndex.KeysOf(example, holder);
        if (index[0] == property.Name)
        {
            var columns = string.Join(" and ", index.Select(name => SafeText.Quote(example.Show(name))));
            var are = index.Count == 1 ? "is the number" : "are the numbers";
            inspection.Report(this, example, property.Name, $"{columns} {are} of a table's row, which pandas writes beside the columns; write the table without its index (finetune fix --convert leaves it out)");
        }
    }

    private static HashSet<string> KeysOf(Example example, int holder)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in example.Tape.Properties(holder))
        {
            keys.Add(example.Show(property.Name));
        }
        return keys;
    }

    /// <summary>Whether the line says, as OpenPipe's do, which of two files it belongs to.</summary>
    private static bool IsOfOpenPipe(Example example, int holder) =>
        example.Format == ExampleFormat.Chat && example.Find(holder, "split"u8) is >= 0 and var split && (example.Is(split, "TRAIN"u8) || example.Is(split, "TEST"u8));

    // A weight and labels belong to the line, whatever its format; what is wrong with them FT2020 and FT2036 say.
    private static bool IsOfTheLine(Example example, int holder, int name, Profile profile) =>
        holder == 0
        && ((profile.Weights.Sample is not null && example.Name(name).SequenceEqual("weight"u8)) || (profile.Labels && example.Name(name).SequenceEqual("labels"u8)));

    // FT2033 says what the key should be.
    private static bool IsMisspeltOutput(Example example, int name) =>
        example.Format == ExampleFormat.Preference && (example.RawText(name).StartsWith("preferred"u8) || example.RawText(name).StartsWith("non_preferred"u8));

    // FT3009 says that the host takes no tools.
    private static bool IsToolKeyOfNoTools(Example example, int name, Profile profile) =>
        !profile.Tools.Offered && ToolKeys.Contains(example.Name(name));

    private static string Owner(Example example, int holder) => holder > 0 ? "\"input\"" : example.Format switch
    {
        ExampleFormat.Chat => "a chat example",
        ExampleFormat.Preference => "a preference example",
        ExampleFormat.Text => "a line of plain text",
        ExampleFormat.Converse => "an example in Converse format",
        ExampleFormat.Gemini or ExampleFormat.GeminiPreference => "an example in Gemini format",
        _ => "a prompt/completion pair",
    };

    private static string Hint(string key, IReadOnlyList<string> known) => key switch
    {
        "system" => "; the system prompt is the first of the messages, with role \"system\"",
        "weight" => "; weight belongs into an assistant message",
        "model" or "temperature" or "max_tokens" or "top_p" => "; it belongs into a request, not into training data",
        _ => DidYouMean.Closest(key, known) is { } close ? $" (did you mean {SafeText.Quote(close)}?)" : $"; it may have {InWords.Or([.. known.Select(SafeText.Quote)])}",
    };
}
