using FineTune.Build.Tasks;
using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests;

/// <summary>FINETUNE_TODAY is no date: no task goes on by another day.</summary>
public sealed class WhenTheDayIsNone
{
    [Fact]
    public void TheLintStops() => ShouldStop(new LintDatasets());

    [Fact]
    public void TheConstantsStop() => ShouldStop(new GenerateModels());

    [Fact]
    public void TheVerificationStops() => ShouldStop(new VerifyLock());

    private static void ShouldStop(FineTuneTask task)
    {
        var errors = new TaskErrors();
        (task.BuildEngine, task.ProjectFile, task.Today) = (errors, "/app/app.csproj", "tomorrow");

        task.Execute().ShouldBeFalse();

        var error = errors.All.ShouldHaveSingleItem();
        (error.Code, error.File, error.Message).ShouldBe(("FT9005", "/app/app.csproj", "FINETUNE_TODAY is not a date of the form 2026-11-30"));
        task.Dispose();
    }
}
