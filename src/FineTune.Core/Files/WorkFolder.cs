namespace FineTune.Core.Files;

/// <summary>The folder <c>.finetune</c> beside a manifest: caches, run folders and the emulator's state.</summary>
internal static class WorkFolder
{
    private const string Name = ".finetune";

    /// <summary>Absolute path of something in it.</summary>
    /// <param name="folder">Absolute path of the manifest's folder.</param>
    /// <param name="names">Folders and a file below it.</param>
    public static string Of(string folder, params string[] names) => Path.Combine([folder, Name, .. names]);

    /// <summary>Why nothing may be written there, as the end of a sentence about it; null where it may. A repository that has it as a link out of itself does not get it written.</summary>
    /// <param name="folder">Absolute path of the manifest's folder.</param>
    /// <param name="names">Folders and a file below it.</param>
    public static string? Refusal(string folder, params string[] names) =>
        RepositoryBoundary.Around(folder, []).Refusal(Of(folder, names)) is null ? null : $"{string.Join('/', [Name, .. names])} leads out of the repository or is no file; nothing is written there: remove it";
}
