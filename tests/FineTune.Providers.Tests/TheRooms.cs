using FineTune.Providers.Releasing;

namespace FineTune.Providers.Tests;

/// <summary>The folders of <c>FineTune.Providers</c> build on each other in the order of <c>docs/architecture.md</c>.</summary>
public sealed class TheRooms
{
    private static readonly Rooms Rooms = new(typeof(Releaser).Assembly.Location, "FineTune.Providers");

    [Fact]
    public void UseOnlyTheOnesBefore() => Rooms.UsesOfHigherRooms().ShouldBeEmpty();

    [Fact]
    public void AreAllKnown() => Rooms.Unknown().ShouldBeEmpty();

    [Fact]
    public void HoldAFewFilesEach() => Rooms.BadlyFilled().ShouldBeEmpty();
}
