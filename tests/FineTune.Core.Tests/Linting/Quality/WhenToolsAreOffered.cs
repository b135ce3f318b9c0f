using FineTune.Core.Findings;

namespace FineTune.Core.Tests.Linting.Quality;

public class WhenToolsAreOffered
{
    private const string Tools = """[{"type":"function","function":{"name":"find_order","parameters":{"type":"object","properties":{"id":{"type":"integer"}}}}},{"type":"function","function":{"name":"refund","parameters":{"type":"object","properties":{}}}}]""";

    [Fact]
    public void ThatEachExampleCallsOneAndOneIsNeverCalledIsSaidOnce()
    {
        using var dataset = new Dataset([.. Enumerable.Range(0, 25).Select(i => Calling(i, "find_order"))]) { Profile = "openai" };

        var finding = dataset.Findings().ShouldHaveSingleItem();
        finding.Code.ShouldBe("FT4018");
        finding.Severity.ShouldBe(Severity.Warning);
        finding.Message.ShouldStartWith("each of the 25 examples that offer tools calls one, and none answers a user without a call;");
        finding.Message.ShouldEndWith("and the tool \"refund\" is declared in 25 examples and never called; the model learns not to");
        finding.Range.Start.Line.ShouldBe(1);
    }

    [Fact]
    public void AnAnswerWithoutACallIsEnough() =>
        CodesOf([.. Enumerable.Range(0, 30).Select(i => i == 7 ? Declining(i) : Calling(i, i % 2 == 0 ? "find_order" : "refund"))]).ShouldBeEmpty();

    [Fact]
    public void ThatOneIsNeverCalledIsSaidAlone()
    {
        using var dataset = new Dataset([.. Enumerable.Range(0, 30).Select(i => i % 5 == 0 ? Declining(i) : Calling(i, "find_order"))]) { Profile = "openai" };

        dataset.Findings().ShouldHaveSingleItem().Message.ShouldStartWith("the tool \"refund\" is declared in 30 examples and never called");
    }

    [Fact]
    public void FewExamplesSayNothing() => CodesOf([.. Enumerable.Range(0, 19).Select(i => Calling(i, "find_order"))]).ShouldBeEmpty();

    [Fact]
    public void WhereNoneIsEverCalledTheyAreCalledSomeOtherWay() => CodesOf([.. Enumerable.Range(0, 40).Select(Declining)]).ShouldBeEmpty();

    private static IReadOnlyList<string> CodesOf(params string[] lines)
    {
        using var dataset = new Dataset(lines) { Profile = "openai" };
        return [.. dataset.Findings().Select(finding => finding.Code)];
    }

    private static string Calling(int i, string tool) =>
        $$$"""{"messages":[{"role":"user","content":"Look after order {{{i}}}."},{"role":"assistant","tool_calls":[{"id":"call_{{{i}}}","type":"function","function":{"name":"{{{tool}}}","arguments":"{}"}}]},{"role":"tool","tool_call_id":"call_{{{i}}}","content":"done {{{i}}}"},{"role":"assistant","content":"Order {{{i}}} is done."}]""" + $",\"tools\":{Tools}}}";

    private static string Declining(int i) =>
        $$$"""{"messages":[{"role":"user","content":"Thank you, number {{{i}}}."},{"role":"assistant","content":"You are welcome, number {{{i}}}."}]""" + $",\"tools\":{Tools}}}";
}
