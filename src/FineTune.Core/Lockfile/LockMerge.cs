using FineTune.Core.Findings;

namespace FineTune.Core.Lockfile;

/// <summary>Unites the locks of two branches: nothing that was paid for is lost.</summary>
internal static class LockMerge
{
    /// <summary>Unites two locks. Versions get the same numbers whichever side is ours; pins and the project's ID are ours where the sides differ.</summary>
    public static LockMerging Merge(FineTuneLock ours, FineTuneLock theirs)
    {
        var notes = new List<string>();
        if (ours.Project != theirs.Project)
        {
            notes.Add($"the project ID is ours, {ours.Project}; {theirs.Project} stays in the lock beside it, so that what carries it at the provider is still known as this project's");
        }

        var models = new SortedDictionary<string, LockedModel>(StringComparer.Ordinal);
        foreach (var name in ours.Models.Keys.Union(theirs.Models.Keys))
        {
            models[name] = Merge(name, LockEdit.Find(ours, name), LockEdit.Find(theirs, name), notes);
        }
        return new LockMerging(ours with { MergedProjects = MergeProjects(ours, theirs), Models = models }, notes);
    }

    private static List<string> MergeProjects(FineTuneLock ours, FineTuneLock theirs) =>
    [
        .. ours.MergedProjects.Concat(theirs.MergedProjects).Append(theirs.Project)
            .Where(project => project != ours.Project)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private static LockedModel Merge(string name, LockedModel ours, LockedModel theirs, List<string> notes)
    {
        var ourKeys = ours.Versions.Select(Key).ToHashSet(StringComparer.Ordinal);
        var added = theirs.Versions.Count(version => !ourKeys.Contains(Key(version)));
        var versions = Number(ours.Versions.Concat(theirs.Versions).DistinctBy(Key));
        if (added > 0)
        {
            notes.Add($"{name}: {Amount.Of(added, "version")} of theirs added");
        }
        foreach (var (before, after) in ours.Versions
            .Select(version => (version.Number, versions.First(candidate => Key(candidate) == Key(version)).Number))
            .Where(pair => pair.Item1 != pair.Item2)
            .OrderBy(pair => pair.Item1))
        {
            notes.Add($"{name}: version {before} is now version {after}");
        }

        var pin = MergePins(name, ours, theirs, versions, notes);
        return new LockedModel
        {
            Versions = versions,
            Pinned = pin,
            Current = pin?.Version ?? (versions.Count == 0 ? null : versions[0].Number),
            Attempts = MergeAttempts(ours.Attempts, theirs.Attempts, versions),
        };
    }

    // Oldest finished gets 1; the list is newest first.
    private static List<LockedVersion> Number(IEnumerable<LockedVersion> versions) =>
    [
        .. versions
            .OrderBy(version => version.FinishedAt ?? version.CreatedAt ?? DateTimeOffset.MinValue)
            .ThenBy(version => version.CreatedAt ?? DateTimeOffset.MinValue)
            .ThenBy(Key, StringComparer.Ordinal)
            .Select((version, index) => version with { Number = index + 1 })
            .Reverse(),
    ];

    private static Pin? MergePins(string name, LockedModel ours, LockedModel theirs, List<LockedVersion> versions, List<string> notes)
    {
        var our = Renumber(ours, versions);
        var their = Renumber(theirs, versions);
        if (our is not null && their is not null && (our.Version, our.Step) != (their.Version, their.Step))
        {
            notes.Add($"{name}: both sides pin a version; ours, now {our.Words}, stays, theirs, now {their.Words}, is dropped");
        }
        else if (our is null && their is not null)
        {
            notes.Add($"{name}: version {their.Words} is pinned by theirs");
        }
        return our ?? their;
    }

    private static Pin? Renumber(LockedModel model, List<LockedVersion> versions) =>
        model.Pinned is { } pin && model.Versions.FirstOrDefault(version => version.Number == pin.Version) is { } pinned
            ? pin with { Version = versions.First(version => Key(version) == Key(pinned)).Number }
            : null;

    private static List<Attempt> MergeAttempts(IReadOnlyList<Attempt> ours, IReadOnlyList<Attempt> theirs, List<LockedVersion> versions)
    {
        var succeeded = versions.Select(Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. ours.Concat(theirs)
                .Where(attempt => attempt.JobId is null || !succeeded.Contains(Key(attempt)))
                .GroupBy(Key, StringComparer.Ordinal)
                .Select(group => group.MaxBy(attempt => attempt.State)!)
                .OrderByDescending(attempt => attempt.CreatedAt ?? DateTimeOffset.MaxValue)
                .ThenBy(Key, StringComparer.Ordinal),
        ];
    }

    // Hosts that give no job ID still give the model one.
    private static string Key(LockedVersion version) => version.JobId is { } job ? Key(version.Provider, job) : $"model {version.Model}";

    private static string Key(Attempt attempt) => attempt.JobId is { } job ? Key(attempt.Provider, job) : $"digest {attempt.Digest} {attempt.IsPending}";

    private static string Key(LockedProvider provider, string job) => $"job {provider.Kind} {provider.Endpoint} {job}";
}
