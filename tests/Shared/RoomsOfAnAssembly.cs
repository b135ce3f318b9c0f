using System.Reflection;

namespace FineTune.Tests;

/// <summary>The folders of an assembly build on each other in the order of <c>docs/architecture.md</c>.</summary>
/// <param name="assembly">The assembly.</param>
/// <param name="root">Its root namespace.</param>
public abstract class RoomsOfAnAssembly(Assembly assembly, string root)
{
    private readonly Rooms rooms = new(assembly.Location, root);

    [Fact]
    public void UseOnlyTheOnesBefore() => rooms.UsesOfHigherRooms().ShouldBeEmpty();

    [Fact]
    public void AreAllKnown() => rooms.Unknown().ShouldBeEmpty();

    [Fact]
    public void HoldAFewFilesEach() => rooms.BadlyFilled().ShouldBeEmpty();
}
