namespace FineTune.Emulator.Http;

/// <summary>The parts of the API that the emulator does not play, so that who calls one is told so and does not look for a wrong address.</summary>
internal static class UnplayedParts
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "assistants", "audio", "batches", "chat/completions", "chatkit", "completions", "containers", "conversations", "edits", "embeddings", "evals",
        "fine_tuning/alpha", "images", "moderations", "organization", "realtime", "responses", "skills", "threads", "vector_stores", "videos",
    };

    /// <summary>What is answered to a request for such a part; null for any other.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path.</param>
    public static JsonAnswer? Find(string method, string path)
    {
        var root = path.StartsWith("/v1/", StringComparison.Ordinal) ? "/v1/" : "/openai/v1/";
        if (!path.StartsWith(root, StringComparison.Ordinal))
        {
            return null;
        }
        var steps = path[root.Length..].Split('/', 3);
        var name = Names.Contains(steps[0]) ? steps[0] : steps.Length > 1 && Names.Contains($"{steps[0]}/{steps[1]}") ? $"{steps[0]}/{steps[1]}" : null;
        return name is null ? null : Refusal.NotFound(
            $"The emulator does not play {method} on {name}{(name.Contains('/', StringComparison.Ordinal) || name == "responses" ? " at this address" : "")}. It plays files, uploads, fine-tuning jobs, graders and checkpoint permissions, models, chat completions and responses.",
            code: ParameterRefusal.UnplayedCode);
    }
}
