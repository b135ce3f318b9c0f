using FineTune.Core.Findings;
using FineTune.Core.Lockfile;

namespace FineTune.Core.Generation;

/// <summary>One model as source code has it.</summary>
/// <param name="Name">Its name in the manifest.</param>
/// <param name="Identifier">Its name in code: valid, and unique whatever the case.</param>
/// <param name="Version">The current version; null before the first success.</param>
/// <param name="IsPending">Whether a training has not ended.</param>
internal sealed record ConstantModel(string Name, string Identifier, LockedVersion? Version, bool IsPending)
{
    /// <summary>The name, for comments and messages.</summary>
    public string Title => SafeText.Clean(Name);

    /// <summary>What the compiler says where an untrained model is used.</summary>
    public string Untrained => IsPending
        ? $"{Title} has no version yet, its training has not ended: run finetune sync"
        : $"{Title} has never been trained: run finetune release {Title}";

    /// <summary>One line about the model.</summary>
    public string Summary => Version is { } version
        ? SafeText.Clean($"{Name}: version {version.Number}, tuned from {version.BaseModel}" + (IsEmulated ? "; made by the emulator, no real host knows it" : ""))
        : Untrained;

    /// <summary>Where the version comes from, a line each.</summary>
    public IReadOnlyList<string> Provenance => Version is not { } version ? [] :
    [
        .. new[]
        {
            version.JobId is { } job ? $"Job: {job}" : null,
            version.FinishedAt is { } finished ? $"Finished: {finished.UtcDateTime:yyyy-MM-dd}" : null,
            $"Training examples: {version.Training.Examples}",
            version.Validation is { } validation ? $"Validation examples: {validation.Examples}" : null,
            $"Data digest: {version.DataDigest}",
            version.Commit is { } commit ? $"Commit: {commit}" : null,
            version.Contract?.File is { } file ? $"System prompt, tools and response format, too large for constants: {file.Path}" : null,
        }.OfType<string>().Select(SafeText.Clean),
    ];

    private bool IsEmulated => Version?.Provider.IsUnreal == true;
}
