using FineTune.Build.Tasks;

namespace FineTune.Build.Tests.Packages;

/// <summary>What the engine loads: it changes only where the approved file is changed with it.</summary>
public sealed class TheTasks
{
    [Fact]
    public void ShowWhatIsApproved() => Approved.ShouldBe(PublicSurface.Of(typeof(LintDatasets).Assembly), "TheTasks");
}
