using FineTune.Core.Findings;

namespace FineTune.Core.Tests.Linting;

public class WhenKeysAreNull
{
    private const string Export = """{"messages": [{"role": "user", "content": "Is the tent number @ in stock?", "name": null}, {"role": "assistant", "content": "Yes, @ of them.", "tool_calls": null}], "tools": null}""";

    private const string Sound = """{"messages": [{"role": "user", "content": "Where is the tent number @?"}, {"role": "assistant", "content": "In hall @."}]}""";

    [Fact]
    public void TheFileSaysItOnceWithTheKeysAndTheFirstLines()
    {
        using var dataset = new Dataset(Lines(Sound, Export, Export, Export, Export)) { Profile = "openai" };

        dataset.Show().ShouldBe(
        [
            "(2,77-89) warning FT2039: \"tools\", \"name\" and \"tool_calls\" are null on 4 of 5 lines (first: line 2, 3, 4); exporters write null where there is no value: leave the keys out (finetune fix does so)",
        ]);
    }

    [Fact]
    public void TheirCountsAreToldWhereTheyDiffer()
    {
        using var dataset = new Dataset(Lines(Export, Sound, Export.Replace("\"tools\": null", "\"parallel_tool_calls\": true", StringComparison.Ordinal))) { Profile = "azure" };

        dataset.Findings().Where(finding => finding.Code == "FT2039").ShouldHaveSingleItem().Message
            .ShouldStartWith("\"name\" (2), \"tool_calls\" (2) and \"tools\" (1) are null on 2 of 3 lines (first: line 1, 3)");
    }

    [Theory]
    [InlineData("openai", Severity.Warning)]
    [InlineData("mistral", Severity.Warning)]
    [InlineData("nebius", Severity.Info)]
    [InlineData("llama_factory", Severity.Info)]
    public void ItWeighsWhatTheHostMakesOfThem(string profile, Severity severity)
    {
        using var dataset = new Dataset(Lines(Export, Export)) { Profile = profile };

        // Mistral's fine-tuning has ended, which is said of any data.
        var finding = dataset.Findings().Where(found => found.Code != "FT7005").ShouldHaveSingleItem();
        (finding.Code, finding.Severity).ShouldBe(("FT2039", severity));
    }

    [Fact]
    public void AKeyOfManyNamesIsNotToldInFull()
    {
        var keys = string.Concat(Enumerable.Range(0, 1000).Select(i => $", \"column_{i}\": null"));
        using var dataset = new Dataset(Lines(Sound, Sound[..^1] + keys + "}")) { Profile = "openai" };

        dataset.Findings().ShouldHaveSingleItem().Message.ShouldStartWith("\"column_0\", \"column_1\", \"column_2\", \"column_3\", \"column_4\" and 95 other keys are null on 1 of 2 lines");
    }

    [Fact]
    public void ExamplesThatDifferInThemAreTheSame()
    {
        using var dataset = new Dataset(Lines(Sound)[0], Lines(Sound)[0][..^1] + ", \"tools\": null}") { Profile = "openai" };

        dataset.Findings().Select(finding => finding.Code).ShouldBe(["FT4001", "FT2039"], ignoreOrder: true);
    }

    [Fact]
    public void ArgumentsOfMergedColumnsAreSaidInTheSameWordsOnEveryLine()
    {
        var line = """{"messages": [{"role": "user", "content": "Go to @."}, {"role": "assistant", "content": "", "tool_calls": [{"type": "function", "function": {"name": "move", "arguments": {"x": @, "city": null}}}]}], "tools": [{"type": "function", "function": {"name": "move", "parameters": {"type": "object", "properties": {"x": {"type": "integer"}}, "additionalProperties": false}}}]}""";
        using var dataset = new Dataset(Lines(line, line)) { Profile = "axolotl" };

        var findings = dataset.Findings();
        findings.Select(finding => finding.Code).ShouldBe(["FT2028", "FT2028"]);
        findings.Select(finding => finding.Message).Distinct().ShouldHaveSingleItem().ShouldBe(
            "\"city\" is null in the arguments of \"move\", which does not declare it; datasets of columns write null for the arguments of other calls: leave it out (finetune fix does so)");
    }

    private static string[] Lines(params string[] lines) => [.. lines.Select((line, i) => line.Replace("@", $"{i + 3}", StringComparison.Ordinal))];
}
