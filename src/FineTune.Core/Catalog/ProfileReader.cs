using System.Text.Json;
using System.Text.Json.Nodes;

namespace FineTune.Core.Catalog;

/// <summary>Makes a profile of its data file and of the one that it extends.</summary>
internal static class ProfileReader
{
    private const int LongestChain = 8;

    /// <summary>Reads a profile.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="open">Opens the data file of a name.</param>
    /// <exception cref="JsonException">The file is not what a profile may be, or holds a member that no profile has.</exception>
    /// <exception cref="InvalidDataException">The profile extends one that does not exist, or itself.</exception>
    public static Profile Read(string name, Func<string, Stream> open)
    {
        try
        {
            return ReadMerged(name, open, depth: 0).Deserialize(ProfileJson.Default.Profile)!;
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException)
        {
            // A value of another kind, a name that is there twice, half a character.
            throw new JsonException($"profile {name} is not what a profile may be: {fault.Message}", fault);
        }
    }

    private static JsonObject ReadMerged(string name, Func<string, Stream> open, int depth)
    {
        if (depth > LongestChain)
        {
            throw new InvalidDataException($"profile {name} extends itself");
        }
        using var stream = open(name);
        var own = (JsonNode.Parse(stream) ?? throw new JsonException($"profile {name} is null; it must be an object")).AsObject();
        var extended = own["extends"]?.GetValue<string>();
        own.Remove("extends");
        return extended is null ? own : Merge(ReadMerged(extended, open, depth + 1), own);
    }

    // RFC 7396: maps merge, null takes a member away, everything else replaces.
    private static JsonObject Merge(JsonObject below, JsonObject above)
    {
        foreach (var (key, value) in above)
        {
            switch (value)
            {
                case null:
                    below.Remove(key);
                    break;
                case JsonObject map when below[key] is JsonObject lower:
                    Merge(lower, map);
                    break;
                default:
                    below[key] = value.DeepClone();
                    break;
            }
        }
        return below;
    }
}
