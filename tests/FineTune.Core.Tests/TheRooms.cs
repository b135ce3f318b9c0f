using FineTune.Core.Linting.Engine;

namespace FineTune.Core.Tests;

/// <summary>The folders of <c>FineTune.Core</c> build on each other in the order of <c>docs/architecture.md</c>.</summary>
public sealed class TheRooms
{
    private static readonly Rooms Rooms = new(typeof(Linter).Assembly.Location, "FineTune.Core");

    [Fact]
    public void UseOnlyTheOnesBefore() => Rooms.UsesOfHigherRooms().ShouldBeEmpty();

    [Fact]
    public void AreAllKnown() => Rooms.Unknown().ShouldBeEmpty();

    [Fact]
    public void HoldAFewFilesEach() => Rooms.BadlyFilled().ShouldBeEmpty();
}
