using FineTune.Core.Lockfile;

namespace FineTune.Core.Tests.Lockfile;

public sealed class WhenAVersionIsPinned
{
    [Fact]
    public void OneThatIsNotThereCannotBe() => LockEdit.Pin(Sample.Versions("a"), "support-bot", 9, "no").ShouldBeNull();

    [Fact]
    public void UnpinningWhatIsNotThereChangesNothing() => LockText.Of(LockEdit.Unpin(Sample.Empty, "m")).ShouldBe(LockText.Of(Sample.Empty));
}
