using System.Text.Json;

namespace FineTune.Tool.Tests;

public sealed class WhenDataIsCounted : IDisposable
{
    private const string Chat = """{"messages":[{"role":"system","content":"hello"},{"role":"user","content":"hello world"},{"role":"assistant","content":"hello"}]}""";

    private readonly Workspace workspace = new();

    [Fact]
    public void AManifestTellsTokensAndCost()
    {
        WriteProject(40);

        var run = workspace.Run("stats");

        (run.ExitCode, run.Error).ShouldBe((0, ""));
        run.Output.ShouldBe("""
            bot, training
              files      data/train.jsonl
              examples   40, 5 kB
              messages   system 40, user 40, assistant 40
              turns      min 2, median 2, p90 2, p99 2, max 2
              tokens     760 billable: 160 of contents, 40 learned (o200k_base)
              each       min 19, median 19, p90 19, p99 19, max 19
              cut        none is over the limit of 65,536 tokens
              cost       about 0.0038 USD an epoch, about 0.01 USD for 3 epochs at 5.00 USD a million tokens
              estimated  chat format; the rest is exact

            """);
    }

    [Fact]
    public void TheJsonIsAsDocumented()
    {
        WriteProject(40);

        var json = JsonDocuments.ShouldFit(workspace.Run("stats", "--format", "json").Output, "stats.schema.json");

        var dataset = json.GetProperty("datasets")[0];
        dataset.GetProperty("content_tokens").GetInt64().ShouldBe(160);
        dataset.GetProperty("billable_tokens").GetInt64().ShouldBe(760);
        dataset.GetProperty("cost").GetProperty("usd").GetDecimal().ShouldBe(760 * 3 * 5m / 1_000_000m);
        dataset.GetProperty("files")[0].GetString().ShouldBe("data/train.jsonl");
    }

    [Fact]
    public void FilesAloneAreCountedForAModel()
    {
        workspace.Write("a.jsonl", Chat + "\n" + Chat + "\n");

        var plain = JsonDocuments.ShouldFit(workspace.Run("stats", "a.jsonl", "--format", "json").Output, "stats.schema.json").GetProperty("datasets")[0];
        var model = JsonDocuments.ShouldFit(workspace.Run("stats", "a.jsonl", "--format", "json", "--model", "gpt-3.5-turbo").Output, "stats.schema.json").GetProperty("datasets")[0];

        (plain.GetProperty("encoding").GetString(), plain.TryGetProperty("cost", out _)).ShouldBe(("o200k_base", false));
        (model.GetProperty("encoding").GetString(), model.GetProperty("cost").GetProperty("epochs").GetInt32()).ShouldBe(("cl100k_base", 25));
        model.GetProperty("truncated").GetProperty("limit").GetInt32().ShouldBe(16385);
    }

    [Fact]
    public void ErrorsAreSaidAndStopNothing()
    {
        workspace.Write("a.jsonl", Chat + "\n{\"messages\":\n" + Chat + "\n");

        var run = workspace.Run("stats", "a.jsonl");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("examples   3, ");
        run.Output.ShouldContain("; 1 can't be counted\n");
        run.Error.ShouldBe("1 error; finetune lint shows it\n");
    }

    [Fact]
    public void LengthsAreDrawn()
    {
        var longer = Chat.Replace("hello world", string.Join(' ', Enumerable.Repeat("hello", 60)), StringComparison.Ordinal);
        workspace.Write("a.jsonl", Chat + "\n" + Chat + "\n" + longer + "\n");

        var run = workspace.Run("stats", "a.jsonl");

        run.Output.ShouldContain("16–31  ████████████████████████████████████████ 2\n");
        run.Output.ShouldContain("32–63  0\n");
        run.Output.ShouldContain("64–127  ████████████████████ 1\n");
    }

    [Fact]
    public void MarkdownIsATableThatNamesCannotBreak()
    {
        workspace.Write("a|b`c.jsonl", Chat + "\n");

        var lines = workspace.Run("stats", "a|b`c.jsonl", "--format", "markdown").Output.TrimEnd('\n').Split('\n');

        lines[^1].ShouldStartWith("| a&#124;b&#96;c.jsonl | 1 | 2 | 19 |");
        lines[^1].Count(c => c == '|').ShouldBe(lines[^2].Count(c => c == '|'));
    }

    [Theory]
    [InlineData("", "chat_format encoding")]
    [InlineData("--profile gemini --model gemini-2.5-pro", "chat_format encoding")]
    [InlineData("--model gpt-4.1", "chat_format epochs")]
    [InlineData("--model gpt-4", "chat_format")]
    public void TheEncodingIsAnEstimateWhereTheModelsOwnIsNotKnown(string options, string estimates)
    {
        workspace.Write("a.jsonl", Chat + "\n");

        Estimates(Stats($"a.jsonl {options}")).ShouldBe(estimates);
    }

    [Fact]
    public void AModelThatTheCatalogLacksIsNotCalledExact()
    {
        WriteProject(40);
        workspace.Write("finetune.yml", workspace.Read("finetune.yml").Replace("gpt-4.1-mini-2025-04-14", "my-own-model", StringComparison.Ordinal));

        workspace.Run("stats").Output.ShouldContain("estimated  chat format, encoding; the rest is exact\n");
        workspace.Run("plan").Output.ShouldContain("estimated  chat format, encoding; the rest is exact\n");
        using var plan = JsonDocument.Parse(workspace.Run("plan", "--format", "json").Output);
        Estimates(plan.RootElement.GetProperty("models")[0]).ShouldBe("chat_format encoding");
    }

    [Fact]
    public void PairsAreAnEstimateAlsoInWhatIsNotPaidFor()
    {
        const string Pair = """{"input":{"messages":[{"role":"user","content":"hello"}]},"preferred_output":[{"role":"assistant","content":"hello"}],"non_preferred_output":[{"role":"assistant","content":"world"}]}""";
        workspace.Write("data/train.jsonl", Pair + "\n");
        workspace.Write("data/validation.jsonl", Pair + "\n");
        workspace.Write("finetune.yml", """
            version: 1
            models:
              bot: { provider: openai, base_model: gpt-4.1-mini-2025-04-14, method: dpo, training: data/train.jsonl, validation: data/validation.jsonl }
            """);

        var datasets = JsonDocuments.ShouldFit(workspace.Run("stats", "--format", "json").Output, "stats.schema.json").GetProperty("datasets").EnumerateArray().ToList();

        datasets.Select(Estimates).ShouldBe(["chat_format epochs preference_pairs", "chat_format preference_pairs"]);
    }

    [Fact]
    public void TheLimitThatExamplesWereCutAtIsTheOneThatIsSaid()
    {
        workspace.Write("a.jsonl", Chat.Replace("hello world", string.Concat(Enumerable.Repeat(" hello", 66_000)), StringComparison.Ordinal) + "\n");

        workspace.Run("stats", "a.jsonl", "--profile", "openai").Output.ShouldContain("cut        1 example (100 %) at 65,536 tokens, which drops 481 tokens\n");
        var cut = Stats("a.jsonl --profile openai").GetProperty("truncated");
        (cut.GetProperty("limit").GetInt32(), cut.GetProperty("examples").GetInt32()).ShouldBe((65_536, 1));
    }

    [Fact]
    public void MarkdownNamesWhatIsEstimated()
    {
        WriteProject(40);

        workspace.Run("stats", "--format", "markdown").Output.ShouldContain(" | about 0.01 USD (3 epochs) | chat format |\n");
        workspace.Run("plan", "--format", "markdown").Output.ShouldContain(" | about 0.01 USD | chat format |");
    }

    [Theory]
    [InlineData("stats a.jsonl --model gpt-4.2", "no profile knows a model \"gpt-4.2\" (did you mean \"gpt-4.1\"?)")]
    [InlineData("stats a.jsonl --model gpt-4.1 --profile nebius", "no profile nebius knows a model \"gpt-4.1\"")]
    [InlineData("stats b.jsonl", "b.jsonl is not there")]
    [InlineData("stats --model gpt-4.1", "--model and --profile are for files without a manifest")]
    [InlineData("stats --format html", "--format is \"html\"; it must be text, json or markdown")]
    public void AWrongCommandLineIsSaid(string line, string message)
    {
        workspace.Write("a.jsonl", Chat + "\n");

        var run = workspace.Run(line.Split(' '));

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldStartWith("error: " + message);
    }

    [Fact]
    public void AManifestThatCannotBeReadIsAFinding()
    {
        workspace.Write("finetune.yml", "version: 1\nmodels: 7\n");

        var run = workspace.Run("stats");

        (run.ExitCode, run.Output).ShouldBe((1, ""));
        run.Error.ShouldContain("FT0004");
    }

    public void Dispose() => workspace.Dispose();

    private JsonElement Stats(string options) =>
        JsonDocuments.ShouldFit(workspace.Run(["stats", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--format", "json"]).Output, "stats.schema.json").GetProperty("datasets")[0];

    private static string Estimates(JsonElement dataset) => string.Join(' ', dataset.GetProperty("estimates").EnumerateArray().Select(name => name.GetString()));

    private void WriteProject(int examples)
    {
        workspace.Write("data/train.jsonl", string.Concat(Enumerable.Repeat(Chat + "\n", examples)));
        workspace.Write("finetune.yml", """
            version: 1
            lint: { rules: { FT4001: none, FT4010: none } }
            models:
              bot: { provider: openai, base_model: gpt-4.1-mini-2025-04-14, method: supervised, training: data/train.jsonl, hyperparameters: { n_epochs: 3 } }
            """);
    }
}
