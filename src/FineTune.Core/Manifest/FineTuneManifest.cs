namespace FineTune.Core.Manifest;

/// <summary>A finetune.yml with all that it extends, read and checked.</summary>
internal sealed record FineTuneManifest
{
    /// <summary>Absolute path of the manifest that was asked for.</summary>
    public required string Path { get; init; }

    /// <summary>Absolute path of its folder; relative paths in it start here.</summary>
    public string Directory => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>Absolute path of the folder that nothing may leave: the one with <c>.git</c>, or the manifest's own.</summary>
    public required string Root { get; init; }

    /// <summary>Every manifest file that was read: this one, then what it extends.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Providers by name; <c>openai</c> and <c>emulator</c> are there without being declared.</summary>
    public required IReadOnlyDictionary<string, ProviderSettings> Providers { get; init; }

    /// <summary>Models in the order of the manifest.</summary>
    public required IReadOnlyList<ModelSettings> Models { get; init; }

    /// <summary>What the linter is told.</summary>
    public required LintSettings Lint { get; init; }

    /// <summary>Absolute path of the lockfile beside it: <c>finetune.prod.yml</c> has <c>finetune.prod.lock.json</c>.</summary>
    public string LockPath => System.IO.Path.ChangeExtension(Path, null) + ".lock.json";
}
