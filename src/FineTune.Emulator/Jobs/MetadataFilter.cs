using FineTune.Emulator.State;

namespace FineTune.Emulator.Jobs;

/// <summary>The filter of the job list: <c>metadata[key]=value</c>, all of which must fit, or <c>metadata=null</c>, which some clients write as <c>metadata=</c>, for jobs with none.</summary>
internal static class MetadataFilter
{
    public static bool Matches(IQueryCollection query, StoredJob job)
    {
        var metadata = job.Metadata ?? new Dictionary<string, string>();
        return query.All(asked =>
            asked.Key == "metadata" ? asked.Value.ToString() is not ("null" or "") || metadata.Count == 0
            : !IsPair(asked.Key) || (metadata.TryGetValue(asked.Key["metadata[".Length..^1], out var value) && value == asked.Value));
    }

    private static bool IsPair(string key) => key.StartsWith("metadata[", StringComparison.Ordinal) && key.EndsWith(']');
}
