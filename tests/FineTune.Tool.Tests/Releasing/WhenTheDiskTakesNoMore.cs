namespace FineTune.Tool.Tests.Releasing;

/// <summary>A release on a disk of its own, which is full or may only be read; the provider lives elsewhere.</summary>
public sealed class WhenTheDiskTakesNoMore : IDisposable
{
    private const string Mounted = """
        export -f finetune; export DOTNET_EnableDiagnostics=0
        unshare -rm bash -c '
          mkdir disk && mount -t tmpfs -o size=512k none disk && cp -r finetune.yml data .git disk/ && cd disk
          STEPS'
        """;

    private readonly Workspace workspace = new();

    public WhenTheDiskTakesNoMore() => workspace.WriteModel("openai");

    public void Dispose() => workspace.Dispose();

    [MountFact]
    public void AFullOneStopsItBeforeAnythingIsPaidAndTheNextRunEndsWell()
    {
        using var emulator = RunningEmulator.Beside(workspace);

        var run = Play("""
            dd if=/dev/zero of=fill bs=1k 2> /dev/null
            finetune release --yes; echo "ended $?"; test -s finetune.lock.json && echo "a lock"
            """);
        run.Output.ShouldContain("ended 2", customMessage: run.Error);
        run.Output.ShouldNotContain("a lock");
        run.Error.ShouldContain("finetune.lock.json");
        emulator.Creates().ShouldBe(0);
    }

    [MountFact]
    public void OneThatFillsWhileItTrainsLosesNoJob()
    {
        using var emulator = RunningEmulator.Beside(workspace);

        var run = Play("""
            finetune release --yes --no-wait; echo "first $?"; cp finetune.lock.json ../before.json
            dd if=/dev/zero of=fill bs=1k 2> /dev/null
            finetune release --yes; echo "full $?"; cmp finetune.lock.json ../before.json && echo "the lock is whole"
            rm fill
            finetune release --yes; echo "last $?"
            """);

        run.Output.ShouldContain("first 0", customMessage: run.Error);
        run.Output.ShouldContain("full 2", customMessage: run.Error);
        run.Output.ShouldContain("the lock is whole");
        run.Output.ShouldContain("last 0", customMessage: run.Error);
        emulator.Creates().ShouldBe(1);
    }

    [MountFact]
    public void OneThatMayOnlyBeReadStopsItBeforeAnythingIsPaid()
    {
        using var emulator = RunningEmulator.Beside(workspace);

        var run = Play("""
            mount -o remount,ro none . && finetune release --yes; echo "ended $?"
            """);

        run.Output.ShouldContain("ended 2", customMessage: run.Error);
        run.Error.ShouldContain("finetune.lock.json");
        emulator.Creates().ShouldBe(0);
    }

    [MountFact]
    public void OneThatMayOnlyBeReadIsNoOtherReleaseThatIsWaitedFor()
    {
        using var emulator = RunningEmulator.Beside(workspace);

        var run = Play("""
            finetune release --yes; echo "first $?"; echo >> data/train.jsonl
            mount -o remount,ro none .; SECONDS=0
            finetune rollback support-bot 1 --reason x; echo "rollback $?"
            finetune release --yes --again; echo "release $?"; test $SECONDS -lt 20 && echo "at once"
            """);

        run.Output.ShouldContain("first 0", customMessage: run.Error);
        run.Output.ShouldContain("rollback 2", customMessage: run.Error);
        run.Output.ShouldContain("at once", customMessage: run.Error);
        run.Error.ShouldContain("the file system is read-only");
        run.Error.ShouldNotContain("another release");
        run.Error.ShouldNotContain(workspace.Folder);
        emulator.Creates().ShouldBe(1);
    }

    private ToolRun Play(string steps) => workspace.Bash(Mounted.Replace("STEPS", steps, StringComparison.Ordinal));
}
