using FineTune.Core.Lockfile;
using FineTune.Core.Lockfile.Reading;

namespace FineTune.Core.Tests.Lockfile;

public sealed class WhenAVersionIsPinned
{
    private static readonly Pin Checkpoint = new(1, "worse since") { Step = 88 };

    [Fact]
    public void OneThatIsNotThereCannotBe() => LockEdit.Pin(Sample.Versions("a"), "support-bot", new Pin(9, "no")).ShouldBeNull();

    [Fact]
    public void ACheckpointThatIsNotThereCannotBe() => LockEdit.Pin(Sample.Versions("a"), "support-bot", Checkpoint with { Step = 89 }).ShouldBeNull();

    [Fact]
    public void UnpinningWhatIsNotThereChangesNothing() => LockText.Of(LockEdit.Unpin(Sample.Empty, "m")).ShouldBe(LockText.Of(Sample.Empty));

    [Fact]
    public void ACheckpointIsCurrentInTheVersionsPlace()
    {
        var locked = LockEdit.Pin(Sample.Versions("ab"), "support-bot", Checkpoint)!;
        var read = LockReader.Read("finetune.lock.json", System.Text.Encoding.UTF8.GetBytes(LockText.Of(locked)));

        read.Findings.ShouldBeEmpty();
        var current = read.Lock!.Models["support-bot"].CurrentVersion!;
        current.Model.ShouldBe("ft:gpt-4.1-mini-2025-04-14:contoso:support:a:ckpt-step-88");
        current.Number.ShouldBe(1);
        LockEdit.Unpin(locked, "support-bot").Models["support-bot"].CurrentVersion!.Model.ShouldBe("ft:gpt-4.1-mini-2025-04-14:contoso:support:b");
    }

    [Fact]
    public void ALockThatPinsAStepOfNobodySaysSo()
    {
        var text = LockText.Of(LockEdit.Pin(Sample.Versions("a"), "support-bot", Checkpoint)!).Replace("\"step\": 88,\n        \"version\"", "\"step\": 89,\n        \"version\"", StringComparison.Ordinal);

        var finding = LockReader.Read("finetune.lock.json", System.Text.Encoding.UTF8.GetBytes(text)).Findings.ShouldHaveSingleItem();

        finding.Message.ShouldContain("names step 89; version 1 has no checkpoint there");
    }

    [Fact]
    public void TheCheckpointStaysPinnedWhenTwoBranchesMeet()
    {
        var theirs = LockEdit.Pin(Sample.Versions("bc"), "support-bot", Checkpoint)!;

        var merging = LockMerge.Merge(Sample.Versions("a"), theirs);

        merging.Lock.Models["support-bot"].Pinned.ShouldBe(Checkpoint with { Version = 2 });
        merging.Notes.ShouldContain("support-bot: version 2@88 is pinned by theirs");
    }
}
