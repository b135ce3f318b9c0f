using System.Security.Cryptography;
using FineTune.Core.Files;
using FineTune.Core.Lockfile;

namespace FineTune.Core.Contracts;

/// <summary>The folder beside a lock for contracts that are too large for it. A file is named after its content, so it never changes.</summary>
internal static class ContractFolder
{
    /// <summary>The most bytes of a contract that stands in the lock itself: 64 KB.</summary>
    public const int MostInLock = 64 * 1024;

    /// <summary>Its name; all locks of a folder share it.</summary>
    public const string Name = "finetune.contracts";

    /// <summary>Where a contract lies, relative to the lock.</summary>
    /// <param name="sha256">SHA-256 of its bytes, lower-case hex.</param>
    public static string PathOf(string sha256) => $"{Name}/{sha256[..16]}.json";

    /// <summary>The lock with every large contract in a file of its own, which is on the disk when this returns.</summary>
    /// <param name="lockPath">Absolute path of the lock.</param>
    /// <param name="locked">The lock.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be written.</exception>
    public static FineTuneLock Store(string lockPath, FineTuneLock locked)
    {
        foreach (var (name, model) in locked.Models)
        {
            if (model.Versions.Cast<LockedTraining>().Concat(model.Attempts).Any(training => FileOf(training.Contract) is not null))
            {
                locked = LockEdit.Change(locked, name, entry => entry with
                {
                    Versions = [.. entry.Versions.Select(version => version with { Contract = Store(lockPath, version.Contract) })],
                    Attempts = [.. entry.Attempts.Select(attempt => attempt with { Contract = Store(lockPath, attempt.Contract) })],
                });
            }
        }
        return locked;
    }

    /// <summary>The file that a contract needs; null where it has its place in the lock, or in a file already.</summary>
    public static ContractFile? FileOf(Contract? contract) => contract is { File: null } && ContractText.Of(contract) is { Length: > MostInLock } bytes ? Describe(bytes) : null;

    /// <summary>SHA-256, lower-case hex.</summary>
    public static string HashOf(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant();

    private static Contract? Store(string lockPath, Contract? contract)
    {
        if (FileOf(contract) is not { } file)
        {
            return contract;
        }
        var folder = Path.GetDirectoryName(lockPath)!;
        var path = Path.Combine(folder, Name, Path.GetFileName(file.Path));
        if (RepositoryBoundary.Around(folder, []).Refusal(path) is { } refusal)
        {
            throw new IOException($"{file.Path} {refusal}");
        }
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.WriteWhereDifferent(path, ContractText.Of(contract!), durable: true);
        return new Contract { File = file };
    }

    private static ContractFile Describe(byte[] bytes)
    {
        var hash = HashOf(bytes);
        return new ContractFile(PathOf(hash), hash, bytes.Length);
    }
}
