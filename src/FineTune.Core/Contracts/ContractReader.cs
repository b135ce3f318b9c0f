using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Lockfile;
using FineTune.Core.Lockfile.Reading;

namespace FineTune.Core.Contracts;

/// <summary>Gives the contract of a version, from the lock or from its file. Whatever stands there, the answer is a contract or a finding.</summary>
internal static class ContractReader
{
    private const string Restore = "restore it from git, or train again";

    /// <summary>Reads a contract.</summary>
    /// <param name="lockPath">Absolute path of the lock that it stands in.</param>
    /// <param name="contract">What stands in the lock; null for none.</param>
    public static ContractReading Read(string lockPath, Contract? contract)
    {
        if (contract?.File is not { } file)
        {
            return new(contract, null);
        }
        // The name follows from the hash: a lock names no file of its choice.
        if (file.Path != ContractFolder.PathOf(file.Sha256))
        {
            return Fault(lockPath, $"the lock names {SafeText.Quote(file.Path)} as the file of a contract; it must be {ContractFolder.PathOf(file.Sha256)}");
        }
        var folder = Path.GetDirectoryName(lockPath)!;
        var path = Path.Combine(folder, ContractFolder.Name, Path.GetFileName(file.Path));
        if (RepositoryBoundary.Around(folder, []).Refusal(path) is { } refusal)
        {
            return Fault(path, $"{file.Path}, the contract of a version, {refusal}");
        }
        try
        {
            using var stream = RegularFile.Open(path);
            if (stream.Length != file.Bytes || stream.Length > LockReader.MaxBytes)
            {
                return Fault(path, $"{file.Path}, the contract of a version, has {stream.Length} bytes; the lock says {file.Bytes}: {Restore}");
            }
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return ContractFolder.HashOf(bytes) == file.Sha256
                ? Parse(path, bytes)
                : Fault(path, $"{file.Path}, the contract of a version, was changed since it was written: {Restore}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Fault(path, $"{file.Path}, the contract of a version, cannot be read: {IOFault.Describe(fault)}; {Restore}");
        }
    }

    private static ContractReading Parse(string path, byte[] bytes)
    {
        var faults = new LockFaults(path, bytes.AsMemory());
        var contract = LockSyntax.Read(bytes, faults) is { } json && faults.Count == 0 ? new LockShape(faults).ReadContract(json.Root) : null;
        return faults.Count > 0 || contract is null
            ? new(null, faults.Findings.Count > 0 ? faults.Findings[0] : null)
            : contract.File is null ? new(contract, null) : Fault(path, "a file that holds a contract names another file; it must hold the contract itself");
    }

    private static ContractReading Fault(string path, string message) => new(null, Finding.Of(LockRules.Invalid, path, TextRange.FileStart, message));
}
