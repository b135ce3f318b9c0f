using Microsoft.CodeAnalysis.Text;

namespace FineTune.Analyzers;

/// <summary>What a build prepared for the analyzer from lock and catalog: which IDs end, and which have a constant.</summary>
internal sealed class KnownModels
{
    /// <summary>Name of the prepared file.</summary>
    public const string FileName = "FineTunedModels.analyzer.txt";

    // Another first line is a form that this build does not know, and nothing is said.
    private const string Head = "finetune-models 1";
    private const string TunedPrefix = "ft:";

    private readonly Dictionary<string, string> ends = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> constants = new(StringComparer.Ordinal);

    private KnownModels()
    {
    }

    /// <summary>The longest text that can be an ID.</summary>
    public int MaxLength { get; } = 512;

    /// <summary>Reads the prepared file; null where it is none, or says nothing.</summary>
    public static KnownModels? Read(SourceText? text)
    {
        if (text is not { Lines.Count: > 1 } || text.Lines[0].ToString() != Head)
        {
            return null;
        }
        var models = new KnownModels();
        foreach (var line in text.Lines)
        {
            models.Add(line.ToString().Split('\t'));
        }
        return models.ends.Count + models.constants.Count > 0 ? models : null;
    }

    /// <summary>What is to be said of the end of a model; null where none is near.</summary>
    public string? EndOf(string id)
    {
        if (ends.TryGetValue(id, out var message))
        {
            return message;
        }
        if (!id.StartsWith(TunedPrefix, StringComparison.Ordinal))
        {
            return null;
        }
        var end = id.IndexOf(':', TunedPrefix.Length);
        return end > 0 && ends.TryGetValue(id.Substring(TunedPrefix.Length, end - TunedPrefix.Length), out message) ? message : null;
    }

    /// <summary>What is to be said of an ID that has a constant; null for every other text.</summary>
    public string? ConstantOf(string id) => constants.TryGetValue(id, out var message) ? message : null;

    private void Add(string[] fields)
    {
        if (fields.Length != 3)
        {
            return;
        }
        switch (fields[0])
        {
            case "end":
                ends[fields[1]] = fields[2];
                break;
            case "constant":
                constants[fields[1]] = fields[2];
                break;
        }
    }
}
