using FineTune.Core.Lockfile;
using FineTune.Core.Lockfile.Reading;

namespace FineTune.Core.Tests.Lockfile;

public sealed class WhenALockIsWritten : IDisposable
{
    private readonly TempFolder folder = new();

    private string LockPath => folder.File("finetune.lock.json");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ReadingItGivesTheSameLock()
    {
        LockWriter.Write(LockPath, Sample.Full());

        var reading = LockReader.Read(LockPath);

        reading.Findings.ShouldBeEmpty();
        LockText.Of(reading.Lock!).ShouldBe(LockText.Of(Sample.Full()));
        reading.Lock!.Models["support-bot"].CurrentVersion!.Contract.ShouldBe(Sample.Attempt().Contract);
        reading.Lock!.Models["support-bot"].CurrentVersion!.CostUsd.ShouldBe(2.4m);
        reading.Lock.Models["support-bot"].CurrentVersion!.FinishedAt.ShouldBe(Sample.Day(2).AddHours(1));
    }

    [Fact]
    public void AContractInAFileOfItsOwnIsNamed()
    {
        var contract = new Contract { File = new ContractFile("finetune.contracts/0123456789abcdef.json", Sample.Hash('e'), 70_000) };
        LockWriter.Write(LockPath, Sample.Empty.With(Sample.Attempt() with { Contract = contract }));

        LockReader.Read(LockPath).Lock!.Models["support-bot"].Attempts.Single().Contract.ShouldBe(contract);
    }

    [Fact]
    public void ItsKeysAreSortedAndItEndsInOneLineFeed()
    {
        LockWriter.Write(LockPath, Sample.Full());

        File.ReadAllText(LockPath).ShouldBe(LockText.Of(Sample.Full()));
        var text = LockText.Of(LockEdit.New(Sample.Project));
        text.ShouldBe("{\n  \"models\": {},\n  \"project\": \"0123456789abcdef0123456789abcdef\",\n  \"version\": 1\n}\n");
        LockText.Of(Sample.Full()).ShouldNotContain('\r');
    }

    [Fact]
    public void NoTemporaryFileIsLeft()
    {
        LockWriter.Write(LockPath, Sample.Full());
        LockWriter.Write(LockPath, Sample.Empty);

        Directory.GetFiles(folder.Path).ShouldBe([LockPath]);
    }

    [Fact]
    public void WhatAKilledOneLeftIsClearedAwayAndNothingElse()
    {
        folder.Write("finetune.lock.json.k3jd92ls.x1z.tmp", "{");
        string[] others = [folder.Write("finetune.lock.json.mine.tmp", "x"), folder.Write("finetune.lock.json.bak", "x"), folder.Write("other.lock.json.k3jd92ls.x1z.tmp", "x")];
        using (var held = new FileStream(folder.File("finetune.lock.json.abcd1234.abc.tmp"), FileMode.CreateNew, FileAccess.Write, FileShare.Delete))
        {
            LockWriter.Write(LockPath, Sample.Full());

            Directory.GetFiles(folder.Path).ShouldBe([LockPath, held.Name, .. others], ignoreOrder: true);
        }
        LockWriter.Write(LockPath, Sample.Full());

        Directory.GetFiles(folder.Path).ShouldBe([LockPath, .. others], ignoreOrder: true);
    }

    [Fact]
    public void AFailureLeavesTheOldLockAndNoTemporaryFile()
    {
        Directory.CreateDirectory(LockPath);

        Should.Throw<IOException>(() => LockWriter.Write(LockPath, Sample.Full())).Message.ShouldSatisfyAllConditions(
            message => message.ShouldStartWith("cannot write the lock finetune.lock.json: "),
            message => message.ShouldNotContain(folder.Path));

        Directory.GetFileSystemEntries(folder.Path).ShouldBe([LockPath]);
    }

    [Fact]
    public void AMissingFolderIsAClearFault() =>
        Should.Throw<IOException>(() => LockWriter.Write(folder.File("none/finetune.lock.json"), Sample.Empty)).Message.ShouldContain("cannot write the lock");

    [Fact]
    public void TheSameLockIsNotWrittenAgain()
    {
        LockWriter.Write(LockPath, Sample.Full());
        var old = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(LockPath, old);

        LockWriter.Write(LockPath, Sample.Full());

        File.GetLastWriteTimeUtc(LockPath).ShouldBe(old);
    }

    [Fact]
    public void TextFromAServerCannotBreakIt()
    {
        var hostile = "\"},\n\u001b[31m\u202e\ud800 ünï 🎈 \u0000 \\";
        var locked = Sample.Empty.With(Sample.Attempt(state: AttemptState.Failed) with { ErrorCode = hostile, ErrorMessage = hostile }, hostile);

        LockWriter.Write(LockPath, locked);
        var bytes = File.ReadAllText(LockPath);
        var reading = LockReader.Read(LockPath);

        reading.Findings.ShouldBeEmpty();
        bytes.Where(char.IsControl).ShouldAllBe(c => c == '\n');
        bytes.ShouldContain("ünï 🎈");
        bytes.ShouldContain("\\u202e");
        reading.Lock!.Models.Single().Value.Attempts.Single().ErrorMessage.ShouldBe(hostile.Replace('\ud800', '\ufffd'));
    }

    [Fact]
    public void AProjectIdIsRandom()
    {
        ProjectId.New().Length.ShouldBe(32);
        ProjectId.New().ShouldNotBe(ProjectId.New());
    }
}
