using FineTune.Benchmarks.Results;

namespace FineTune.Core.Tests.Benchmarks;

public sealed class WhenFiguresAreShown
{
    private static readonly Readings Native = new(Readings.Native, [1, 2, 3]);
    private static readonly Readings Portable = new(Readings.Portable, [4, 4, 4]);
    private static readonly Readings Peer = new("a peer <1>", [2, 2, 12]);

    [Theory]
    [InlineData(1.0, "1.00 (0.25–1.00) × a peer <1>, at most 1 |")]
    [InlineData(0.9, "1.00 (0.25–1.00) × a peer <1>, at most 0.9: **not met** |")]
    public void ABoundThatIsNotMetIsSaid(double most, string said) =>
        ShortTable.Of(Results(new Bound(Peer.Name, AtMost: most), Native with { Runs = [2, 2, 3] }, Portable, Peer)).ShouldContain(said);

    [Theory]
    [InlineData(2, "2.00 (1.00–4.00) × as fast as a peer <1>, at least 2 |")]
    [InlineData(2.5, "2.00 (1.00–4.00) × as fast as a peer <1>, at least 2.5: **not met** |")]
    public void TheRatiosAreThoseOfRoundsAndNotOfMedians(double least, string said) =>
        ShortTable.Of(Results(new Bound(Peer.Name, TimesAsFast: least), Native, Portable, Peer)).ShouldContain(said);

    [Theory]
    [InlineData(2, "at most 2 MB |")]
    [InlineData(1.5, "at most 1.5 MB: **not met** |")]
    public void AReadingIsBoundedByItself(double most, string said) =>
        ShortTable.Of(Results(new Bound(null, AtMost: most), Native)).ShouldContain(said);

    [Fact]
    public void WithoutMachineCodeItIsSaid()
    {
        var results = Results(null, Portable, Peer);

        results.HasNative.ShouldBeFalse();
        ShortTable.Of(results).ShouldContain("the portable tool alone");
        ShortTable.Of(Results(null, Native, Portable, Peer)).ShouldNotContain("the portable tool alone");
    }

    [Fact]
    public void WhoMiscountsIsNamedWithHowMuch()
    {
        var text = new CountedText("words", "theirs", new Dictionary<string, long> { ["finetune"] = 1000, ["theirs"] = 1000, ["a"] = 1012, ["b"] = 988 });

        ShortTable.Of(Results(null, Native) with { CountedTexts = [text] }).ShouldContain("In words finetune and theirs count 1,000 tokens, a 1,012 (+12) and b 988 (-12).");
    }

    [Fact]
    public void TheLongestBarOfAGroupIsTheGreatestRatio()
    {
        var chart = Chart.Of(Results(null, Native, Peer));

        chart.ShouldContain("""<rect class="ours" x="198" y="92" width="55" """);
        chart.ShouldContain("""<rect class="peer" x="198" y="116" width="110" """);
        chart.ShouldContain("a peer &lt;1&gt;");
    }

    [Fact]
    public void ThePartBetweenTheMarksIsReplacedAlone()
    {
        const string Page = "before\n<!-- figures -->\nold\n<!-- /figures -->\nafter";

        MarkedPart.Replace(Page, "new").ShouldBe("before\n<!-- figures -->\nnew\n<!-- /figures -->\nafter");
        Should.Throw<FormatException>(() => MarkedPart.Replace("before\nafter", "new"));
    }

    private static StoredResults Results(Bound? bound, params Readings[] programs) =>
        new(new DateOnly(2026, 12, 1), new Machine("a processor", 2, 8, "a system"), new Dictionary<string, string>(), [new Figure("`lint`", "CPU time", "MB", programs, bound, Charted: true)], []);
}
