using System.Globalization;
using FineTune.Core.Catalog;

namespace FineTune.Core.Tests.Linting.Hosts;

/// <summary>
/// Sample rows of a host, written anew after its own documentation: those that it takes, and those that it refuses or would train on
/// otherwise than meant. The head of the file names what was read and the day, word for word as the profile's sources begin.
/// </summary>
internal sealed record HostSamples
{
    private const string Said = "read ";

    /// <summary>A line of the head that names a host whose rows are rows of this one too, except where one of its own has the name.</summary>
    private const string Shared = "as ";

    /// <summary>A file of samples for each profile that has one.</summary>
    public static IReadOnlyList<HostSamples> All { get; } = [.. Directory.GetFiles(LintCase.FolderOf("Hosts"), "*.cases").Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>The profile's name, which is the file's.</summary>
    public required string Profile { get; init; }

    /// <summary>What was read, and when.</summary>
    public required IReadOnlyList<CatalogSource> Sources { get; init; }

    public required IReadOnlyList<LintCase> Cases { get; init; }

    /// <summary>The rows that the host takes.</summary>
    public IEnumerable<LintCase> Valid => Cases.Where(known => known.Finds.Length == 0);

    public static HostSamples? Of(string profile) => All.SingleOrDefault(samples => samples.Profile == profile);

    private static HostSamples Read(string path)
    {
        var (profile, head, own) = (Path.GetFileNameWithoutExtension(path), LintCase.HeadOf(path).Split('\n'), LintCase.Read(path));
        return new HostSamples
        {
            Profile = profile,
            Sources = [.. head.Where(line => line.StartsWith(Said, StringComparison.Ordinal)).Select(SourceOf)],
            Cases = [.. own, .. head.Where(line => line.StartsWith(Shared, StringComparison.Ordinal)).SelectMany(line => SharedBy(line[Shared.Length..], profile)).ExceptBy(own.Select(known => known.Name), known => known.Name)],
        };
    }

    private static IEnumerable<LintCase> SharedBy(string other, string profile) =>
        LintCase.Read(Path.Combine(LintCase.FolderOf("Hosts"), other + ".cases")).Select(known => known with { Profile = profile });

    // read 2026-12-01 docs.example.com/fine-tuning
    private static CatalogSource SourceOf(string line)
    {
        var parts = line.Split(' ', 3);
        return new CatalogSource(parts[2], DateOnly.ParseExact(parts[1], "yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
