using System.Text.Json;
using FineTune.Core.Scoring;

namespace FineTune.Core.Tests.Scoring;

public sealed class WhenAnAnswerIsGraded
{
    private static readonly JsonElement Item = JsonDocument.Parse(
        """{ "answer": "Paris", "facts": { "list": ["a", "b"], "year": 1987 }, "with space": "x" }""").RootElement;

    [Theory]
    [InlineData("eq", "Paris", 1)]
    [InlineData("eq", "paris", 0)]
    [InlineData("ne", "Rome", 1)]
    [InlineData("ne", "Paris", 0)]
    [InlineData("like", "It is Paris.", 1)]
    [InlineData("like", "It is PARIS.", 0)]
    [InlineData("ilike", "It is PARIS.", 1)]
    [InlineData("ilike", "Par", 0)]
    public void AStringCheckIsAllOrNothing(string operation, string answer, double reward) =>
        Score($$$"""{ "type": "string_check", "name": "g", "operation": "{{{operation}}}", "input": "{{sample.output_text}}", "reference": "{{ item.answer }}" }""", answer)
            .ShouldBe(Grade.Of(reward));

    [Theory]
    [InlineData("{{item.facts.list[1]}}", "b")]
    [InlineData("{{item.facts.list}}", "[\"a\", \"b\"]")]
    [InlineData("{{item.facts.year}} and {{item.answer}}", "1987 and Paris")]
    [InlineData("{{item['with space']}}", "x")]
    [InlineData("{{sample.output_json.city}}!", "Rome!")]
    [InlineData("no template, { and }}", "no template, { and }}")]
    public void ATemplateReadsTheItemAndTheAnswer(string template, string text)
    {
        var reader = new TemplateText(new GradedAnswer(Item, """{ "city": "Rome" }"""));
        reader.Render(template).ShouldBe(text);
        reader.Fault.ShouldBe(GradeFault.None);
    }

    [Theory]
    [InlineData("{{item.nothing}}", GradeFault.InvalidVariable)]
    [InlineData("{{item.facts.list[2]}}", GradeFault.InvalidVariable)]
    [InlineData("{{other.x}}", GradeFault.InvalidVariable)]
    [InlineData("{{sample.output_json.city}}", GradeFault.SampleIsNotJson)]
    public void WhatCannotBeReadIsAFault(string template, object fault) =>
        new StringCheckGrader(template, "x", "eq").Score(new GradedAnswer(Item, "not JSON")).ShouldBe(Grade.Of((GradeFault)fault));

    [Theory]
    [InlineData("0.25 * same + 0.75 * close", 1)]
    [InlineData("same - 2 * close", -1)]
    [InlineData("2 ^ 3 ^ 2 - 500", 12)]
    [InlineData("-2 ^ 2", -4)]
    [InlineData("10 - 4 - 3", 3)]
    [InlineData("8 / 4 / 2 * 3", 3)]
    [InlineData("max(0, same, close) + min(3, 2) + abs(-1) + floor(1.9) + ceil(0.1) + sqrt(4) + exp(0) + log(1) + log(8, 2)", 12)]
    [InlineData("2 ^ -1", 0.5)]
    public void AFormulaReckonsWithTheRewards(string formula, double reward)
    {
        var grade = Score(Multi(formula), "Paris");
        (grade.Reward, grade.Fault).ShouldBe((reward, GradeFault.None));
        grade.Parts.ShouldBe(new Dictionary<string, double> { ["same"] = 1, ["close"] = 1 });
    }

    [Theory]
    [InlineData("1 / (same - 1)", GradeFault.NotFinite)]
    [InlineData("log(0 - same)", GradeFault.NotFinite)]
    [InlineData("same +", GradeFault.Formula)]
    [InlineData("abs(same, 2)", GradeFault.Formula)]
    public void AFormulaWithoutAValueGivesNoReward(string formula, object fault)
    {
        var grade = Score(Multi(formula), "Paris");
        (grade.Reward, grade.Fault).ShouldBe((0, (GradeFault)fault));
    }

    [Theory]
    [InlineData("""{ "type": "text_similarity", "name": "g", "evaluation_metric": "cosine", "input": "a", "reference": "b" }""")]
    [InlineData("""{ "type": "python", "name": "g", "source": "def grade(sample, item):\n  return 1" }""")]
    [InlineData("""{ "type": "score_model", "name": "g", "model": "m", "input": [] }""")]
    [InlineData("""{ "type": "multi", "name": "g", "calculate_output": "a", "graders": { "a": { "type": "score_model", "name": "a", "model": "m", "input": [] } } }""")]
    public void WhatNeedsAModelOrAProgramIsNoGraderHere(string grader) =>
        GraderReader.Read(JsonDocument.Parse(grader).RootElement).ShouldBeNull();

    [Fact]
    public void OneGraderOrAListInsideIsReadByName()
    {
        var inner = """{ "type": "string_check", "name": "same", "operation": "eq", "input": "{{sample.output_text}}", "reference": "Paris" }""";
        foreach (var graders in new[] { inner, $"[{inner}]" })
        {
            Score($$"""{ "type": "multi", "name": "g", "calculate_output": "same * 2", "graders": {{graders}} }""", "Paris").Reward.ShouldBe(2);
        }
    }

    private static string Multi(string formula) => $$$"""
        { "type": "multi", "name": "g", "calculate_output": "{{{formula}}}", "graders": {
          "same": { "type": "string_check", "name": "same", "operation": "eq", "input": "{{sample.output_text}}", "reference": "{{item.answer}}" },
          "close": { "type": "text_similarity", "name": "close", "evaluation_metric": "fuzzy_match", "input": "{{sample.output_text}}", "reference": "{{item.answer}}" } } }
        """;

    private static Grade Score(string grader, string answer) =>
        GraderReader.Read(JsonDocument.Parse(grader).RootElement)!.Score(new GradedAnswer(Item, answer));
}
