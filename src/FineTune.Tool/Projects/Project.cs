using FineTune.Core.Findings;
using FineTune.Core.Lockfile;
using FineTune.Core.Lockfile.Reading;
using FineTune.Core.Manifest;
using FineTune.Core.Manifest.Reading;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Terminal;

namespace FineTune.Tool.Projects;

/// <summary>What a command works on: the manifest, and the lock that goes with it.</summary>
/// <param name="Manifest">The manifest.</param>
/// <param name="Emulated">Whether the emulator takes the place of providers that are real.</param>
internal sealed record Project(FineTuneManifest Manifest, bool Emulated)
{
    /// <summary>Absolute path of the lock: the manifest's own, or <c>finetune.emulator.lock.json</c>, so that no emulated model gets among the real ones.</summary>
    public string LockPath => Emulated ? Path.ChangeExtension(Manifest.Path, null) + ".emulator.lock.json" : Manifest.LockPath;

    /// <summary>Reads the manifest of a command line.</summary>
    /// <exception cref="FindingsException">It has errors.</exception>
    public static Project Read(Invocation call, bool emulator)
    {
        var reading = ManifestReader.Read(ManifestPath.Find(call), call.AllowedOutside);
        return reading.Manifest is { } manifest && !reading.Findings.Any(finding => finding.Severity is Severity.Error)
            ? Of(manifest, emulator)
            : throw new FindingsException(reading.Findings);
    }

    /// <summary>The project of a manifest; one whose models all belong to the emulator keeps its own lock.</summary>
    public static Project Of(FineTuneManifest manifest, bool emulator) =>
        new(manifest, emulator && manifest.Models.Any(model => model.Provider.Kind != ProviderKind.Emulator));

    /// <summary>The lock as it is.</summary>
    public LockReading ReadLock() => LockReader.Read(LockPath);

    /// <summary>The lock, to be built on; null where there is none yet.</summary>
    /// <exception cref="FindingsException">It can't be relied on.</exception>
    public FineTuneLock? SoundLock() => ReadLock() is var reading && reading.Findings.Count == 0 ? reading.Lock : throw new FindingsException(reading.Findings);

    /// <summary>Says no where a name is none of the models'.</summary>
    /// <exception cref="UsageException">There is no such model.</exception>
    public void CheckNames(IEnumerable<string> names)
    {
        string[] known = [.. Manifest.Models.Select(model => model.Name)];
        if (names.FirstOrDefault(name => !known.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            throw new UsageException($"the manifest has no model {SafeText.Quote(unknown)}{DidYouMean.Of(unknown, known)}");
        }
    }
}
