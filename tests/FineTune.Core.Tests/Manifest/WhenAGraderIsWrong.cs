namespace FineTune.Core.Tests.Manifest;

public sealed class WhenAGraderIsWrong : IDisposable
{
    private const string Around = """
        version: 1
        providers:
          host: { kind: PROVIDER, endpoint: "https://host.test/v1/", api_key_env: KEY, profile: PROFILE }
        models:
          m:
            provider: host
            base_model: some-model
            method: reinforcement
            training: data/train.jsonl
            validation: data/valid.jsonl
            grader:
        GRADER
        """;

    private readonly ManifestFolder folder = new();

    public static TheoryData<string, string> Faults => new()
    {
        { "▲name: x", "the grader has no \"type\"; it must be string_check, text_similarity, python, score_model or multi" },
        { "type: ▲string_chek\nname: x", "type is \"string_chek\"; it must be string_check, text_similarity, python, score_model or multi (did you mean \"string_check\"?)" },
        { "type: ▲label_model\nname: x", "label_model can stand only inside of a multi grader" },
        { "type: ▲string_check\nname: x\noperation: eq\ninput: \"{{sample.output_text}}\"", "a grader of type string_check needs \"reference\"" },
        { "type: string_check\nname: x\n▲operaton: eq\ninput: \"{{sample.output_text}}\"\nreference: a", "the grader has no \"operation\", but \"operaton\" (did you mean \"operation\"?)" },
        { "type: string_check\nname: x\noperation: ▲equals\ninput: \"{{sample.output_text}}\"\nreference: a", "operation is \"equals\"; it must be eq, ne, like or ilike" },
        { "type: string_check\nname: x\noperation: eq\ninput: ▲\"{{sampel.output_text}}\"\nreference: \"{{sample.output_text}}\"", "\"{{sampel.output_text}}\" starts with \"sampel\"; a template starts with \"item.\" (the line) or \"sample.\" (the answer) (did you mean \"sample\"?)" },
        { "type: string_check\nname: x\noperation: eq\ninput: \"{{sample.output_text}}\"\nreference: ▲\"{{item.answer}\"", "the template that starts with \"{{item.answer}\" is not closed by \"}}\"" },
        { "type: string_check\nname: x\noperation: eq\ninput: \"{{sample.output_text}}\"\nreference: ▲\"{item.answer}\"", "\"{item.answer}\" has single braces; a template has double ones: \"{{item.answer}}\"" },
        { "type: string_check\nname: x\noperation: eq\ninput: \"{{sample.output_text}}\"\nreference: ▲\"{{item}}\"", "\"{{item}}\" names no field of the line; it must be \"{{item.answer}}\" or the like" },
        { "type: string_check\nname: x\noperation: eq\ninput: ▲\"{{sample.output_txt}}\"\nreference: \"{{sample.output_text}}\"", "\"{{sample.output_txt}}\" reads \"output_txt\", which an answer does not have (did you mean \"output_text\"?)" },
        { "type: string_check\nname: x\noperation: eq\ninput: ▲\"{{item.question}}\"\nreference: \"{{item.answer}}\"", "neither \"input\" nor \"reference\" reads the answer" },
        { "type: text_similarity\nname: x\nevaluation_metric: ▲blue\ninput: \"{{sample.output_text}}\"\nreference: a", "evaluation_metric is \"blue\"; it must be cosine" },
        { "type: python\nname: x\nsource: ▲\"def score(sample, item): return 1\"", "source defines no function \"grade\"" },
        { "type: python\nname: x\nsource: ▲'def grade(sample, item):\\n    return 1'", "source holds a backslash and an n where a line should end" },
        { "type: score_model\nname: x\nmodel: gpt\ninput: ▲\"Rate it.\"", "\"input\" is text; it must be a list of messages" },
        { "type: score_model\nname: x\nmodel: gpt\ninput: [{ role: ▲judge, content: \"Rate {{sample.output_text}}\" }]", "role is \"judge\"; it must be system, developer, user or assistant" },
        { "type: score_model\nname: x\nmodel: gpt\ninput: [{ role: user, content: ▲\"Rate {{output}}\" }]", "\"{{output}}\" starts with \"output\"" },
        { "type: score_model\nname: x\nmodel: gpt\nrange: ▲[1, 0]\ninput: [{ role: user, content: \"Rate {{sample.output_text}}\" }]", "range must be two numbers, the smaller first" },
        { "type: multi\nname: x\ncalculate_output: ▲abs(a, 1)\ngraders: { a: { type: string_check, name: a, operation: eq, input: \"{{sample.output_text}}\", reference: b } }", "calculate_output is \"abs(a, 1)\": abs takes one value, not 2" },
        { "type: multi\nname: x\ncalculate_output: ▲a + c\ngraders: { a: { type: string_check, name: a, operation: eq, input: \"{{sample.output_text}}\", reference: b } }", "calculate_output is \"a + c\": \"c\" is none of the graders, a" },
        { "type: multi\nname: x\ncalculate_output: ▲max(a, 1\ngraders: { a: { type: string_check, name: a, operation: eq, input: \"{{sample.output_text}}\", reference: b } }", "calculate_output is \"max(a, 1\": a \")\" is missing" },
        { "type: multi\nname: x\ncalculate_output: ▲mean(a)\ngraders: { a: { type: string_check, name: a, operation: eq, input: \"{{sample.output_text}}\", reference: b } }", "there is no function \"mean\"" },
        { "type: multi\nname: x\ncalculate_output: ▲a +\ngraders: { a: { type: string_check, name: a, operation: eq, input: \"{{sample.output_text}}\", reference: b } }", "it ends where a grader or a number should be" },
        { "type: multi\nname: x\ncalculate_output: a\ngraders: { a: { type: ▲multi, name: a } }", "a multi grader cannot hold another one" },
        { "type: multi\nname: x\ncalculate_output: a\ngraders: { a: { type: label_model, name: a, model: gpt, labels: [good, bad], passing_labels: [▲god], input: [{ role: user, content: \"{{sample.output_text}}\" }] } }", "\"god\" is none of the labels (did you mean \"good\"?)" },
    };

    public static TheoryData<string> Sound => new()
    {
        "type: string_check\nname: x\noperation: ilike\ninput: \"{{ sample.output_json.answer }}\"\nreference: \"{{item.reference_answer.value}}\"",
        "type: text_similarity\nname: x\nevaluation_metric: rouge_l\ninput: \"{{sample.output_text}}\"\nreference: \"{{item.answers[0]}}\"",
        "type: python\nname: x\nimage_tag: 2025-05-08\nsource: |\n  import json\n\n  def grade(sample: dict, item: dict) -> float:\n      return 1.0 if sample[\"output_text\"] == item[\"answer\"] else 0.0",
        "type: score_model\nname: x\nmodel: gpt-4o-2024-08-06\nrange: [0, 10]\nsampling_params: { temperature: 0 }\ninput:\n  - { role: developer, content: \"Rate the answer. Use {} for nothing.\" }\n  - { role: user, content: { type: input_text, text: \"{{item.question}} {{sample.output_text}}\" } }",
        "type: multi\nname: x\ncalculate_output: \"0.5 * exact + min(close, 1) ^ 2 - (1e-3 / 2)\"\ngraders:\n  exact: { type: string_check, name: e, operation: eq, input: \"{{sample.output_text}}\", reference: \"{{item.answer}}\" }\n  close: { type: text_similarity, name: c, evaluation_metric: bleu, input: \"{{sample.output_text}}\", reference: \"{{item.answer}}\" }",
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void TheFaultIsFoundAtItsPlace(string grader, string message)
    {
        var finding = folder.ReadFault(Manifest(grader));

        finding.Code.ShouldBe("FT2038");
        finding.Message.ShouldContain(message);
    }

    [Theory]
    [MemberData(nameof(Sound))]
    public void AGraderThatWorksIsFine(string grader) => folder.ReadFine(Manifest(grader)).Models.Count.ShouldBe(1);

    [Fact]
    public void AzureHasNoCosine() =>
        folder.ReadFault(Manifest("type: text_similarity\nname: x\nevaluation_metric: ▲cosine\ninput: \"{{sample.output_text}}\"\nreference: a", "azure"))
            .Message.ShouldStartWith("Azure OpenAI has no evaluation_metric \"cosine\"");

    [Fact]
    public void AHostWithGradersOfItsOwnIsNotJudged() =>
        folder.ReadFine(Manifest("lambda: \"arn:aws:lambda:eu-west-1:111122223333:function:grade\"", "bedrock_reinforcement")).Models.Count.ShouldBe(1);

    public void Dispose() => folder.Dispose();

    private static string Manifest(string grader, string profile = "generic") => Around
        .Replace("PROVIDER", "openai_compatible", StringComparison.Ordinal)
        .Replace("PROFILE", profile, StringComparison.Ordinal)
        .Replace("GRADER", string.Join('\n', grader.Split('\n').Select(line => $"      {line}")), StringComparison.Ordinal);
}
