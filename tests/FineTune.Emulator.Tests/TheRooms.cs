using FineTune.Emulator.Hosting;

namespace FineTune.Emulator.Tests;

/// <summary>The folders of <c>FineTune.Emulator</c> build on each other in the order of <c>docs/architecture.md</c>.</summary>
public sealed class TheRooms
{
    private static readonly Rooms Rooms = new(typeof(EmulatorServer).Assembly.Location, "FineTune.Emulator");

    [Fact]
    public void UseOnlyTheOnesBefore() => Rooms.UsesOfHigherRooms().ShouldBeEmpty();

    [Fact]
    public void AreAllKnown() => Rooms.Unknown().ShouldBeEmpty();

    [Fact]
    public void HoldAFewFilesEach() => Rooms.BadlyFilled().ShouldBeEmpty();
}
