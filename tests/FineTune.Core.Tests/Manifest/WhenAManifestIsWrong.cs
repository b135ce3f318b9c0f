namespace FineTune.Core.Tests.Manifest;

public sealed class WhenAManifestIsWrong : IDisposable
{
    private const string Model = """
        version: 1
        models:
          helper:
            provider: openai
            base_model: gpt-4.1-mini-2025-04-14
            training: data/train.jsonl

        """;

    private readonly ManifestFolder folder = new();

    [Fact]
    public void AMissingFileIsNamed()
    {
        var finding = folder.ReadFile("nowhere.yml").Findings.ShouldHaveSingleItem();

        (finding.Code, finding.Path).ShouldBe(("FT0001", folder.At("nowhere.yml")));
    }

    [Theory]
    [InlineData("▲", "the manifest is empty", "FT0004")]
    [InlineData("▲# nothing\n", "the manifest is empty", "FT0004")]
    [InlineData("▲- version: 1\n", "is a list; it must be a mapping", "FT0004")]
    [InlineData("▲models: {}\n", "has no \"version\"", "FT0004")]
    [InlineData("▲version: 1\n", "has no \"models\"", "FT0004")]
    [InlineData("version: ▲2\nmodels: {}\n", "this build knows version 1 only", "FT0005")]
    [InlineData("version: ▲one\nmodels: {}\n", "it must be the number 1", "FT0004")]
    [InlineData("version: 1\n▲versoin: 1\nmodels: {}\n", "did you mean \"version\"?", "FT0003")]
    [InlineData("version: 1\nmodels: {}\n▲version: 1\n", "a second time", "FT0006")]
    [InlineData("version: 1\nmodels: ▲[]\n", "it must be a mapping", "FT0004")]
    [InlineData("version: 1\nmodels: {}\nlint:\n  rules: { ▲FT9999: error }\n", "there is no rule \"FT9999\"", "FT0009")]
    [InlineData("version: 1\nmodels: {}\nlint:\n  rules: { FT4001: ▲fatal }\n", "must be none, info, warning or error", "FT0004")]
    [InlineData("version: 1\nmodels: {}\nlint:\n  ignore:\n    - ▲{ rule: FT4003 }\n", "without a \"reason\"", "FT0011")]
    [InlineData("version: 1\nmodels: {}\nlint:\n  ignore:\n    - { rule: ▲FT4oo3, reason: x }\n", "there is no rule \"FT4oo3\"", "FT0009")]
    [InlineData("version: 1\nmodels: {}\nlint:\n  ignore:\n    - ▲{ reason: x }\n", "an entry of \"ignore\" has no \"rule\"", "FT0004")]
    [InlineData("version: 1\nmodels: {}\nlint:\n  ignore:\n    - { rule: FT4003, example: ▲xyz, reason: y }\n", "4 to 64 hex digits", "FT0004")]
    [InlineData("version: 1\nmodels: {}\nlint:\n  baseline: ▲../other.json\n", "leaves the repository", "FT0008")]
    [InlineData("version: 1\nmodels:\n  ▲\"a b\": {}\n", "at most 64 letters, digits", "FT0004", true)]
    [InlineData("version: 1\nmodels: {}\nlint:\n  ▲<<: {}\n", "merge keys are not read", "FT0003")]
    public void TheFileItselfSaysSo(string manifest, string message, string code, bool more = false)
    {
        if (more)
        {
            folder.Read(manifest.Replace("▲", "")).Findings.ShouldContain(finding => finding.Code == code && finding.Message.Contains(message));
            return;
        }
        var found = folder.ReadFault(manifest);

        found.Code.ShouldBe(code);
        found.Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("    ▲sufix: x\n", "FT0003", "did you mean \"suffix\"?")]
    [InlineData("    seed: ▲-1\n", "FT0004", "whole number from 0 to 2147483647")]
    [InlineData("    seed: ▲2147483648\n", "FT0004", "whole number from 0 to 2147483647")]
    [InlineData("    seed: ▲1.5\n", "FT0004", "whole number from 0 to 2147483647")]
    [InlineData("    seed: ▲\"7\"\n", "FT0004", "is text; it must be a whole number")]
    [InlineData("    method: ▲sft\n", "FT0004", "supervised, dpo, reinforcement or completion")]
    [InlineData("    method: ▲reinforcement\n    validation: data/valid.jsonl\n    grader: { type: string_check }\n", "FT0012", "it offers supervised and dpo")]
    [InlineData("    ▲grader: { type: string_check }\n", "FT0004", "for reinforcement only")]
    [InlineData("    ▲response_format: { type: text }\n", "FT0004", "for reinforcement only")]
    [InlineData("    suffix: ▲12345678901234567890123456789012345678901234567890123456789012345\n", "FT0004", "OpenAI takes at most 64")]
    [InlineData("    suffix: ▲\"\"\n", "FT0004", "\"suffix\" is empty")]
    [InlineData("    suffix: ▲[a]\n", "FT0004", "is a list; it must be text")]
    [InlineData("    hyperparameters: { n_epochs: ▲0 }\n", "FT0004", "auto or a whole number from 1 to 50")]
    [InlineData("    hyperparameters: { n_epochs: ▲51 }\n", "FT0004", "auto or a whole number from 1 to 50")]
    [InlineData("    hyperparameters: { n_epochs: ▲2.5 }\n", "FT0004", "auto or a whole number from 1 to 50")]
    [InlineData("    hyperparameters: { n_epochs: ▲some }\n", "FT0004", "auto or a whole number from 1 to 50")]
    [InlineData("    hyperparameters: { n_epochs: ▲[1] }\n", "FT0004", "it must be a single value")]
    [InlineData("    hyperparameters: { learning_rate_multiplier: ▲0 }\n", "FT0004", "auto or a number above 0")]
    [InlineData("    hyperparameters: { ▲beta: 0.1 }\n", "FT0004", "for dpo only; the method here is supervised")]
    [InlineData("    hyperparameters: { ▲n_epoch: 3 }\n", "FT0003", "did you mean \"n_epochs\"?")]
    [InlineData("    hyperparameters: { ▲rank: 8 }\n", "FT0003", "it knows batch_size, learning_rate_multiplier and n_epochs")]
    [InlineData("    metadata: { ▲finetune_project: x }\n", "FT0004", "marks the release's own pairs")]
    [InlineData("    metadata: ▲{ a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1, i: 1, j: 1, k: 1, l: 1, m: 1, n: 1, o: 1 }\n", "FT0004", "has 15 pairs; at most 14")]
    [InlineData("    metadata: { ▲k2345678901234567890123456789012345678901234567890123456789012345: x }\n", "FT0004", "it must have 1 to 64")]
    [InlineData("    price: ▲{}\n", "FT0004", "has no \"training_per_million\"", true)]
    [InlineData("    price: { training_per_million: ▲-1 }\n", "FT0004", "a number from 0")]
    [InlineData("    budget: { max_cost_usd: ▲lots }\n", "FT0004", "is text; it must be a number from 0")]
    [InlineData("    integrations: [▲{ wandb: { project: x } }]\n", "FT0004", "has no \"type\"")]
    [InlineData("    integrations: ▲{ type: wandb }\n", "FT0004", "it must be a list")]
    [InlineData("    validation: ▲data/none.jsonl\n", "FT0008", "\"data/none.jsonl\" does not exist")]
    [InlineData("    validation: ▲data\n", "FT0008", "is a folder")]
    [InlineData("    validation: [data/valid.jsonl, ▲\"data/*.json\"]\n", "FT0008", "matches no file")]
    [InlineData("    validation: ▲../valid.jsonl\n", "FT0008", "leaves the repository")]
    [InlineData("    validation: ▲\"../*/valid.jsonl\"\n", "FT0008", "leaves the repository")]
    [InlineData("    validation: ▲/dev/stdin\n", "FT0008", "never opened")]
    [InlineData("    validation: ▲/proc/self/environ\n", "FT0008", "never opened")]
    [InlineData("    validation: ▲[]\n", "FT0004", "it needs at least 1")]
    [InlineData("    metadata: { a: ▲\"${HOME}\" }\n", "FT0004", "variables are allowed in \"endpoint\"")]
    [InlineData("    suffix: ▲${NAME}\n", "FT0004", "variables are allowed in \"endpoint\"")]
    [InlineData("    metadata: { a: ▲sk-abcdefghijklmnopqrstuv }\n", "FT0007", "looks like a key")]
    public void TheModelSaysSo(string line, string code, string message, bool atKey = false)
    {
        var finding = folder.ReadFault(Model + (atKey ? "    ▲" + line.Replace("▲", "").TrimStart() : line));

        finding.Code.ShouldBe(code);
        finding.Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("provider: ▲opnai", "did you mean \"openai\"?")]
    [InlineData("base_model: ▲\"two words\"", "an ID without spaces")]
    [InlineData("base_model: ▲{}", "is a mapping; it must be text")]
    public void AnotherValueOfTheModelSaysSo(string line, string message)
    {
        var key = line.Split(':')[0];
        var manifest = string.Join('\n', Model.Split('\n').Select(old => old.TrimStart().StartsWith(key, StringComparison.Ordinal) ? "    " + line : old));

        var finding = folder.ReadFault(manifest);

        (finding.Code, finding.Message.Contains(message)).ShouldBe(("FT0004", true), finding.Message);
    }

    [Fact]
    public void EachMissingKeyIsReportedAtTheModelsName()
    {
        var findings = folder.Read("version: 1\nmodels:\n  helper:\n    seed: 1\n").Findings;

        findings.ShouldAllBe(finding => finding.Code == "FT0004" && finding.Range.Start.Line == 3 && finding.Range.Start.Column == 3);
        findings.Select(finding => finding.Message).ShouldBe([
            "\"helper\" has no \"base_model\"", "\"helper\" has no \"provider\"", "\"helper\" has no \"training\"",
        ]);
    }

    [Fact]
    public void ReinforcementWithoutGraderAndValidationSaysBoth()
    {
        var findings = folder.Read("""
            version: 1
            models:
              judge: { provider: openai, base_model: o4-mini-2025-04-16, method: reinforcement, training: data/train.jsonl }
            """).Findings;

        findings.Select(finding => (finding.Code, finding.Range.Start.Column, finding.Message)).ShouldBe([
            ("FT0004", 3, "\"judge\" has no \"grader\", which reinforcement needs"),
            ("FT0004", 3, "\"judge\" has no \"validation\", which reinforcement needs"),
        ]);
    }

    [Fact]
    public void AMethodThatTheBaseModelDoesNotOfferIsReportedAtTheNameWhereItIsLeftOut()
    {
        var finding = folder.ReadFault("""
            version: 1
            models:
              ▲judge: { provider: openai, base_model: o4-mini-2025-04-16, training: data/train.jsonl }
            """);

        (finding.Code, finding.Message).ShouldBe(("FT0012", "OpenAI does not offer supervised for o4-mini-2025-04-16; it offers reinforcement"));
    }

    [Fact]
    public void AzureTakesShorterSuffixesOfFewerCharacters()
    {
        const string Azure = "version: 1\nproviders: { eu: { kind: azure, endpoint: \"https://eu.example.com\" } }\nmodels:\n  a: { provider: eu, base_model: gpt-4.1, training: data/train.jsonl, suffix: ▲";

        folder.ReadFault(Azure + new string('a', 41) + " }").Message.ShouldContain("at most 40");
        folder.ReadFault(Azure + "a.b }").Message.ShouldContain("takes only what matches");
    }

    public void Dispose() => folder.Dispose();
}
