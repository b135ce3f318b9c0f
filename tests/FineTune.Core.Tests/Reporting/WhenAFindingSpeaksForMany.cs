using System.Text.Json;
using FineTune.Core.Findings;

namespace FineTune.Core.Tests.Reporting;

/// <summary>A cause that is said once: machines still get the count and the places.</summary>
public sealed class WhenAFindingSpeaksForMany : IDisposable
{
    private static readonly Repetition Repeats = new("\"index\" is no key of a chat example", 30, 26, 40, [ReportFixture.Range(2, 92, 99), ReportFixture.Range(3, 92, 99)]);

    private readonly ReportFixture fixture = new();

    [Fact]
    public void TheMessageSaysHowOftenOnHowManyLinesAndWhereFirst()
    {
        Repeats.Message.ShouldBe("\"index\" is no key of a chat example; so 30 times on 26 of 40 lines (65 %), first on lines 2 and 3");
        (Repeats with { Total = null }).Message.ShouldEndWith("; so 30 times on 26 lines, first on lines 2 and 3");
        (Repeats with { Total = 9_000 }).Message.ShouldContain("26 of 9,000 lines (under 1 %)");
    }

    [Fact]
    public void JsonHasTheCauseTheCountsAndThePlaces()
    {
        using var json = JsonDocument.Parse(ReportFixture.Written(Content(), "json"));

        json.RootElement.GetProperty("findings")[0].GetProperty("repeats").ToString().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal)
            .ShouldBe("""{"cause":"\"index\"isnokeyofachatexample","count":30,"lines":26,"of":40,"places":[{"start":{"line":2,"column":92},"end":{"line":2,"column":99}},{"start":{"line":3,"column":92},"end":{"line":3,"column":99}}]}""");
    }

    [Fact]
    public void SarifHasTheCountAndTheOtherPlaces()
    {
        using var sarif = JsonDocument.Parse(ReportFixture.Written(Content(), "sarif"));
        var result = sarif.RootElement.GetProperty("runs")[0].GetProperty("results")[0];

        result.GetProperty("occurrenceCount").GetInt32().ShouldBe(30);
        result.GetProperty("relatedLocations").EnumerateArray().Select(place => place.GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32()).ShouldBe([3]);
    }

    [Fact]
    public void ItsFingerprintStaysWhenTheCountsChange()
    {
        Fingerprint(Repeats).ShouldBe(Fingerprint(Repeats with { Count = 31, Lines = 27 }));
        Fingerprint(Repeats).ShouldNotBe(Fingerprint(Repeats with { Cause = "another" }));
    }

    public void Dispose() => fixture.Dispose();

    private FineTune.Core.Reporting.ReportContent Content(Repetition? repeats = null) => fixture.Content(
        new Finding("FT2004", Severity.Error, fixture.Train, ReportFixture.Range(2, 92, 99), (repeats ?? Repeats).Message) { Repeats = repeats ?? Repeats });

    private string Fingerprint(Repetition repeats)
    {
        using var sarif = JsonDocument.Parse(ReportFixture.Written(Content(repeats), "sarif"));
        return sarif.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("partialFingerprints").GetProperty("fineTuneExample/v1").GetString()!;
    }
}
