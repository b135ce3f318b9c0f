using System.Text;
using System.Text.Json;
using FineTune.Core.Findings;
using FineTune.Core.Reporting;
using FineTune.Core.Reporting.Formats;
using FineTune.Core.Reporting.Frames;

namespace FineTune.Core.Tests.Reporting;

public sealed class WhenThereIsMoreThanAHostShows : IDisposable
{
    private readonly ReportFixture fixture = new();

    [Fact]
    public void GitHubGetsTenOfEachLevelAndTheTenthSumsUp()
    {
        var lines = ReportFixture.Written(Many(Severity.Warning, 3, Severity.Error, 14), "github").Split('\n');
        lines.Count(line => line.StartsWith("::error ", StringComparison.Ordinal)).ShouldBe(10);
        lines.Count(line => line.StartsWith("::warning ", StringComparison.Ordinal)).ShouldBe(3);
        lines[0].ShouldStartWith("::error ");
        lines[9].ShouldBe("::error title=and 5 more errors::FT2009 5 ×; the log of this step names each");
        lines[10].ShouldBe("::group::and 5 more errors");
        lines[16].ShouldBe("::endgroup::");
    }

    [Fact]
    public void TenAreTenWithoutASum() =>
        ReportFixture.Written(Many(Severity.Info, 10, Severity.Error, 0), "github").ShouldNotContain("more");

    [Fact]
    public void SarifKeepsTheErrorsAndSaysWhatItLeftOut()
    {
        using var sarif = JsonDocument.Parse(ReportFixture.Written(Many(Severity.Info, 25_000, Severity.Error, 20), "sarif"));
        var run = sarif.RootElement.GetProperty("runs")[0];
        run.GetProperty("results").GetArrayLength().ShouldBe(25_000);
        run.GetProperty("results")[0].GetProperty("level").GetString().ShouldBe("error");
        run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text").GetString()
            .ShouldBe("20 findings left out: a run holds 25,000 results");
    }

    [Fact]
    public void AStepSummaryStaysUnderAMebibyteAndEndsWithAWholeRow()
    {
        var written = ReportFixture.Written(Many(Severity.Warning, 30_000, Severity.Error, 2), "markdown");
        Encoding.UTF8.GetByteCount(written).ShouldBeLessThan(1 << 20);
        written.ShouldMatch(@"And [\d,]+ more findings: `finetune lint` shows them all\.\n$");
        written.Split('\n').First(line => line.Contains("train.jsonl", StringComparison.Ordinal)).ShouldContain("| error |");
    }

    [Fact]
    public void TextShowsTheLineOfTheFirstFiftyOnly()
    {
        var written = ReportFixture.Written(Many(Severity.Warning, 0, Severity.Error, 60), new TextFormat(TextStyle.Plain));
        written.Split('\n').Count(line => line.Contains('^', StringComparison.Ordinal)).ShouldBe(50);
    }

    public void Dispose() => fixture.Dispose();

    private ReportContent Many(Severity one, int ones, Severity other, int others) => fixture.Content(
    [
        .. Enumerable.Range(0, ones).Select(i => new Finding("FT4001", one, fixture.Train, ReportFixture.Range(1, 1 + i % 50, 2 + i % 50), "the same example as line 7")),
        .. Enumerable.Range(0, others).Select(i => new Finding("FT2009", other, fixture.Train, ReportFixture.Range(1, 1 + i, 2 + i), "role is \"x\"")),
    ]);
}
