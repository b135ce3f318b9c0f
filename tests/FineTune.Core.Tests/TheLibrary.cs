using FineTune.Core.Linting.Engine;

namespace FineTune.Core.Tests;

/// <summary>What others may build on: it changes only where the approved file is changed with it.</summary>
public sealed class TheLibrary
{
    [Fact]
    public void ShowsWhatIsApproved() => Approved.ShouldBe(PublicSurface.Of(typeof(Linter).Assembly), "TheLibrary");
}
