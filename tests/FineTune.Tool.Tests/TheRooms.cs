namespace FineTune.Tool.Tests;

/// <summary>The folders of <c>FineTune.Tool</c> build on each other in the order of <c>docs/architecture.md</c>.</summary>
public sealed class TheRooms
{
    private static readonly Rooms Rooms = new(typeof(Shell).Assembly.Location, "FineTune.Tool");

    [Fact]
    public void UseOnlyTheOnesBefore() => Rooms.UsesOfHigherRooms().ShouldBeEmpty();

    [Fact]
    public void AreAllKnown() => Rooms.Unknown().ShouldBeEmpty();

    [Fact]
    public void HoldAFewFilesEach() => Rooms.BadlyFilled().ShouldBeEmpty();
}
