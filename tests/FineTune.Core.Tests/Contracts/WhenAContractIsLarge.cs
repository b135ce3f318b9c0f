using FineTune.Core.Contracts;
using FineTune.Core.Lockfile;
using FineTune.Core.Lockfile.Reading;
using FineTune.Core.Tests.Lockfile;

namespace FineTune.Core.Tests.Contracts;

public sealed class WhenAContractIsLarge : IDisposable
{
    private static readonly Contract Large = new() { SystemPrompt = new string('x', ContractFolder.MostInLock), Tools = "[]" };

    private readonly TempFolder folder = new();

    private string LockPath => folder.File("finetune.lock.json");

    [Fact]
    public void ItLiesBesideTheLockUnderItsHash()
    {
        var stored = Store(Large);

        var contract = stored.Models["support-bot"].Versions[0].Contract.ShouldNotBeNull();
        var file = contract.File.ShouldNotBeNull();
        contract.ShouldBe(new Contract { File = file });
        file.Path.ShouldBe($"finetune.contracts/{file.Sha256[..16]}.json");
        new FileInfo(folder.File(file.Path)).Length.ShouldBe(file.Bytes);
        ContractReader.Read(LockPath, contract).ShouldBe(new ContractReading(Large, null));
        LockReader.Read(folder.Write("finetune.lock.json", LockText.Of(stored))).Findings.ShouldBeEmpty();
        // What is in its file stays as it is.
        ContractFolder.Store(LockPath, stored).ShouldBeSameAs(stored);
    }

    [Fact]
    public void ASmallOneStaysInTheLock()
    {
        var locked = Sample.Versions("a");

        ContractFolder.Store(LockPath, locked).ShouldBeSameAs(locked);
        Directory.Exists(folder.File("finetune.contracts")).ShouldBeFalse();
        var contract = locked.Models["support-bot"].Versions[0].Contract;
        ContractReader.Read(LockPath, contract).ShouldBe(new ContractReading(contract, null));
        ContractReader.Read(LockPath, null).ShouldBe(new ContractReading(null, null));
    }

    [Fact]
    public void AMissingOrChangedFileIsSaid()
    {
        var contract = Store(Large).Models["support-bot"].Versions[0].Contract!;
        var path = folder.File(contract.File!.Path);
        var text = File.ReadAllText(path);

        File.WriteAllText(path, text.Replace('x', 'y'));
        Fault(contract).ShouldEndWith(", the contract of a version, was changed since it was written: restore it from git, or train again");
        File.WriteAllText(path, text + " ");
        Fault(contract).ShouldContain($" bytes; the lock says {contract.File.Bytes}");
        File.Delete(path);
        Fault(contract).ShouldContain("cannot be read");
    }

    [Theory]
    [InlineData("../secret.json")]
    [InlineData("finetune.contracts/other.json")]
    public void ALockNamesNoFileOfItsChoice(string path) =>
        Fault(new Contract { File = new ContractFile(path, Sample.Hash('a'), 3) }).ShouldBe($"the lock names \"{path}\" as the file of a contract; it must be finetune.contracts/{Sample.Hash('a')[..16]}.json");

    [Theory]
    [InlineData("{\"system_prompt\": 7}")]
    [InlineData("[]")]
    [InlineData("no JSON")]
    [InlineData("")]
    [InlineData("{\"tools\": \"{}\"}")]
    [InlineData("{\"unknown\": \"\"}")]
    [InlineData("{\"file\": {\"path\": \"a\", \"sha256\": \"0000000000000000000000000000000000000000000000000000000000000000\", \"bytes\": 1}}")]
    public void AFileThatHoldsSomethingElseIsSaid(string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        var hash = ContractFolder.HashOf(bytes);
        folder.Write(ContractFolder.PathOf(hash), bytes);

        var reading = ContractReader.Read(LockPath, new Contract { File = new ContractFile(ContractFolder.PathOf(hash), hash, bytes.Length) });

        reading.Contract.ShouldBeNull();
        reading.Fault.ShouldNotBeNull().Code.ShouldBe("FT7004");
    }

    public void Dispose() => folder.Dispose();

    private FineTuneLock Store(Contract contract) => ContractFolder.Store(LockPath, LockEdit.Change(Sample.Versions("a"), "support-bot", entry => entry with
    {
        Versions = [.. entry.Versions.Select(version => version with { Contract = contract })],
    }));

    private string Fault(Contract contract)
    {
        var reading = ContractReader.Read(LockPath, contract);
        reading.Contract.ShouldBeNull();
        return reading.Fault.ShouldNotBeNull().Message;
    }
}
