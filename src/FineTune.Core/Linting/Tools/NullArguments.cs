using System.Text.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.JsonSchemas;

namespace FineTune.Core.Linting.Tools;

/// <summary>Arguments of a call that are null and that its tool takes not so: what a dataset of columns writes for the arguments of its other tools.</summary>
/// <param name="Names">The arguments, each once.</param>
/// <param name="AreDeclared">Whether the tool declares one of them.</param>
/// <param name="AreForbidden">Whether they keep the call from matching the schema, and nothing else does.</param>
internal sealed record NullArguments(IReadOnlyList<string> Names, bool AreDeclared, bool AreForbidden)
{
    private const int Shown = 5;

    /// <summary>Those of a call that can be left out, after which it matches; null where there are none.</summary>
    /// <param name="arguments">The arguments, an object.</param>
    /// <param name="parameters">What the tool declares.</param>
    /// <param name="fault">What keeps the arguments from matching; null where they do.</param>
    /// <param name="work">What the line may still take.</param>
    public static NullArguments? Of(JsonElement arguments, JsonSchema parameters, string? fault, SchemaWork work)
    {
        if (arguments.ValueKind != JsonValueKind.Object)
        {
            return null;
        }
        var (names, areDeclared) = (new List<string>(), false);
        foreach (var name in arguments.EnumerateObject().Where(argument => argument.Value.ValueKind == JsonValueKind.Null).Select(argument => argument.Name).Distinct(StringComparer.Ordinal))
        {
            if (work.IsDone)
            {
                return null;
            }
            if (parameters.TakesNull(name, work) != NullTaking.Takes)
            {
                names.Add(name);
                areDeclared |= parameters.Declares(name);
            }
        }
        if (names.Count == 0 || (fault is not null && parameters.Validate(Without(arguments, names), work) is not null))
        {
            return null;
        }
        return new NullArguments(names, areDeclared, fault is not null);
    }

    /// <summary>The fault as a sentence.</summary>
    /// <param name="tool">Name of the tool.</param>
    public string Message(string tool)
    {
        var (shown, more) = (Names.Take(Shown).Select(SafeText.Quote).ToList(), Names.Count - Shown);
        if (more > 0)
        {
            shown.Add($"{more:N0} more");
        }
        var subject = InWords.And(shown) + (shown.Count == 1 ? " is" : " are");
        var it = Names.Count == 1 ? "it" : "them";
        var reason = AreDeclared ? "which takes no null there" : $"which does not declare {it}";
        return $"{subject} null in the arguments of {SafeText.Quote(tool)}, {reason}; datasets of columns write null for the arguments of other calls: leave {it} out (finetune fix does so)";
    }

    private static JsonElement Without(JsonElement arguments, List<string> names)
    {
        var gone = names.ToHashSet(StringComparer.Ordinal);
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            json.WriteStartObject();
            foreach (var argument in arguments.EnumerateObject().Where(argument => !gone.Contains(argument.Name) || argument.Value.ValueKind != JsonValueKind.Null))
            {
                argument.WriteTo(json);
            }
            json.WriteEndObject();
        }
        using var document = JsonDocument.Parse(buffer.WrittenMemory, new JsonDocumentOptions { MaxDepth = Datasets.Json.JsonTape.MaxDepth + 1 });
        return document.RootElement.Clone();
    }
}
