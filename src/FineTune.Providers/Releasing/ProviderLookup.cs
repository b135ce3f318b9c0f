using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Identity;
using FineTune.Core.Lockfile;
using FineTune.Core.Manifest;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.Releasing;

/// <summary>Opens the provider that an entry of the lock was trained at.</summary>
internal sealed class ProviderLookup(IHosts hosts, FineTuneManifest manifest)
{
    /// <summary>Every provider that may have something of ours: those of the lock, and those that models are declared for, whose first upload may have been all that happened.</summary>
    public IReadOnlyList<LockedProvider> Of(FineTuneLock content)
    {
        var used = content.Models.Values.SelectMany(entry => entry.Versions.Concat<LockedTraining>(entry.Attempts)).Select(training => training.Provider).ToList();
        var declared = manifest.Models.Select(model => new LockedProvider(model.Provider.Name, model.Provider.Kind.Name(), EndpointText.WithoutSecrets(model.Provider.Endpoint?.Value)));
        var emulated = used.Count > 0 && used.All(provider => provider.Kind == "emulator");
        return [.. used.Concat(emulated ? [] : declared).DistinctBy(one => (one.Name, one.Kind, one.Endpoint)).OrderBy(one => one.Name, StringComparer.Ordinal)];
    }

    /// <summary>The host.</summary>
    /// <exception cref="ReleaseError">The manifest declares no such provider any more: asking another one would tell lies.</exception>
    public Task<ITrainingHost> OpenAsync(LockedProvider locked, CancellationToken cancellation)
    {
        var settings = manifest.Providers.GetValueOrDefault(locked.Name);
        return settings is not null && settings.Kind.Name() == locked.Kind && EndpointText.WithoutSecrets(settings.Endpoint?.Value) == locked.Endpoint
            ? hosts.OpenAsync(settings, cancellation)
            : throw new ReleaseError(
                ReleaseRules.AnswerNotUnderstood,
                $"the lock names the provider {SafeText.Quote(locked.Name)} ({locked.Kind}) and the manifest does not declare it so any more; declare it again",
                ExitCode.Failed);
    }
}
