using System.Text.Json.Nodes;
using FineTune.Core.Contracts;
using FineTune.Core.Linting;
using FineTune.Core.Linting.Cache;
using FineTune.Core.Linting.Engine;
using FineTune.Core.Lockfile;

namespace FineTune.Core.Tests.Contracts;

public sealed class WhenDataTellsTheContract : IDisposable
{
    private const string Find = """{"type": "function", "function": {"name": "find_order", "description": "Finds – an order", "parameters": {"type": "object", "properties": {"id": {"type": "string"}}}}}""";

    private const string Weather = """{"type": "function", "function": {"name": "weather"}}""";

    private readonly Trained data = new();

    [Theory]
    [InlineData(9, 1, true)]
    [InlineData(10, 1, true)]
    [InlineData(8, 1, false)]
    [InlineData(17, 2, false)]
    [InlineData(1, 0, true)]
    public void APromptCountsWhereNineInTenBeginWithIt(int with, int without, bool isShared)
    {
        var contract = data.Of([.. Lines(with, "You answer."), .. Lines(without, "Other.")]);

        contract.SystemPrompt.ShouldBe(isShared ? "You answer." : null);
        contract.IsEmpty.ShouldBe(!isShared);
    }

    [Fact]
    public void ADeveloperPromptPartsAndEscapesAreTheSameText() => data.Of(
        Trained.Chat("Grüß\nGott 👋"),
        """{"messages": [{"role": "developer", "content": "Gr\u00fc\u00df\nGott \ud83d\udc4b"}, {"role": "user", "content": "q"}, {"role": "assistant", "content": "a"}]}""",
        """{"messages": [{"role": "system", "content": [{"type": "text", "text": "Grüß\n"}, {"type": "text", "text": "Gott 👋"}]}, {"role": "user", "content": "q"}, {"role": "assistant", "content": "a"}]}""")
        .SystemPrompt.ShouldBe("Grüß\nGott 👋");

    [Fact]
    public void APromptThatComesLaterOrSaysNothingIsNone()
    {
        data.Of("""{"messages": [{"role": "user", "content": "q"}, {"role": "system", "content": "Late."}, {"role": "assistant", "content": "a"}]}""").SystemPrompt.ShouldBeNull();
        data.Of(Trained.Chat("")).SystemPrompt.ShouldBeNull();
        data.Of(Trained.Chat(null)).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void TextsThatDifferByOneByteAreTwo() => data.Of(Trained.Chat("You answer."), Trained.Chat("You answer. ")).SystemPrompt.ShouldBeNull();

    [Fact]
    public void ToolsStandInTheOrderOfTheirFirstWithTheTextOfTheFirst()
    {
        var other = """{"function": {"parameters": {"properties": {"id": {"type": "string"}}, "type": "object"}, "description": "Finds \u2013 an order", "name": "find_order"}, "type": "function"}""";

        var contract = data.Of(Trained.Chat(null, $", \"tools\": [{Find}]"), Trained.Chat(null, $", \"tools\": [{Weather}, {other}]"), Trained.Chat(null));

        contract.Tools.ShouldBe($"[{Find}, {Weather}]");
    }

    [Fact]
    public void AToolWithTwoDefinitionsIsLeftOut() => data.Of(
        Trained.Chat(null, $", \"tools\": [{Find}, {Weather}]"),
        Trained.Chat(null, $", \"tools\": [{Find.Replace("string", "integer", StringComparison.Ordinal)}]"))
        .Tools.ShouldBe($"[{Weather}]");

    [Fact]
    public void OlderFunctionsAreTools() => data.Of(Trained.Chat(null, ", \"functions\": [{\"name\": \"weather\"}]")).Tools.ShouldBe($"[{Weather}]");

    [Fact]
    public void NullsOfATableAreNoPartOfATool() => data.Of(Trained.Chat(null, """, "tools": [{"type": "function", "function": {"name": "weather", "description": null}}]"""))
        .Tools.ShouldBe($"[{Weather}]");

    [Fact]
    public void AResponseFormatComesFromTheDataOrTheManifest()
    {
        data.Of([Trained.Chat(null, """, "response_format": {"type": "json_object"}""")]).ResponseFormat.ShouldBe("""{"type": "json_object"}""");

        var graded = data.Of(
            ["""{"messages": [{"role": "user", "content": "q"}], "reference": "a"}"""],
            """
            reinforcement
                grader: { type: string_check, name: exact, operation: eq, input: "{{sample.output_text}}", reference: "{{item.reference}}" }
                response_format: { type: json_object }
            """);

        graded.ResponseFormat.ShouldBe("""{"type":"json_object"}""");
    }

    public static TheoryData<string> Formats => new()
    {
        """{"schemaVersion": "bedrock-conversation-2024", "system": [{"text": "You "}, {"text": "answer."}], "messages": [{"role": "user", "content": [{"text": "q"}]}, {"role": "assistant", "content": [{"text": "a"}]}], "toolConfig": {"tools": [{"toolSpec": {"name": "find_order", "description": "Finds – an order", "inputSchema": {"json": {"type": "object", "properties": {"id": {"type": "string"}}}}}}]}}""",
        """{"systemInstruction": {"role": "system", "parts": [{"text": "You answer."}]}, "contents": [{"role": "user", "parts": [{"text": "q"}]}, {"role": "model", "parts": [{"text": "a"}]}], "tools": [{"functionDeclarations": [{"name": "find_order", "description": "Finds – an order", "parameters": {"type": "OBJECT", "properties": {"id": {"type": "STRING"}}}}]}]}""",
        """{"system": "You answer.", "tools": "[{\"name\": \"find_order\", \"description\": \"Finds – an order\", \"parameters\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}}}}]", "conversations": [{"from": "human", "value": "q"}, {"from": "gpt", "value": "a"}]}""",
        """{"tools": [{"type": "function", "function": {"name": "find_order", "description": "Finds – an order", "parameters": {"type": "object", "properties": {"id": {"type": "string"}}}}}], "conversations": [{"from": "system", "value": "You answer."}, {"from": "human", "value": "q"}, {"from": "gpt", "value": "a"}]}""",
        """{"instruction": "q", "input": "", "output": "a", "system": "You answer.", "tools": "[{\"name\": \"find_order\", \"description\": \"Finds – an order\", \"parameters\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}}}}]"}""",
        """{"input": {"messages": [{"role": "system", "content": "You answer."}, {"role": "user", "content": "q"}], "tools": [{"type": "function", "function": {"name": "find_order", "description": "Finds – an order", "parameters": {"type": "object", "properties": {"id": {"type": "string"}}}}}]}, "preferred_output": [{"role": "assistant", "content": "a"}], "non_preferred_output": [{"role": "assistant", "content": "b"}]}""",
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void EveryFormatGivesTheSameContract(string line)
    {
        var contract = data.Of(line);

        contract.SystemPrompt.ShouldBe("You answer.");
        JsonNode.DeepEquals(JsonNode.Parse(contract.Tools!), JsonNode.Parse($"[{Find}]")).ShouldBeTrue(contract.Tools);
        // Beside the same in the hosts' own words it is one definition.
        ContractTools.Of(data.Of(line, Trained.Chat("You answer.", $", \"tools\": [{Find}]"))).Keys.ShouldBe(["find_order"]);
    }

    [Fact]
    public void SecretsStayBehind()
    {
        var key = "sk-" + "kQ7wE4rT9yU2iO5pA8sD" + "T3BlbkFJ" + "fG6hJ1kL3zX5cV7bN9mQ";
        var contract = data.Of(
            Trained.Chat($"Use {key} there.", """, "tools": [{"type": "function", "function": {"name": "weather", "description": "KEY"}}]""".Replace("KEY", key, StringComparison.Ordinal)),
            Trained.Chat($"Use {key} there."));

        (contract.SystemPrompt, contract.Tools).ShouldBe(("Use *** there.", """[{"type": "function", "function": {"name": "weather", "description": "***"}}]"""));
        data.Of(Trained.Chat("-----BEGIN RSA PRIVATE KEY-----\nMIIEow\n-----END RSA PRIVATE KEY-----\nAnd answer.")).SystemPrompt.ShouldBe("***\nAnd answer.");
    }

    [Theory]
    [InlineData(""", "tools": [{"type": "function", "function": {"name": "a", "name": "b"}}]""")]
    [InlineData(""", "tools": [{"type": "function", "function": {"name": 7}}, {"function": []}, [], "x", {}]""")]
    [InlineData(""", "tools": "no list", "functions": {"name": "x"}""")]
    [InlineData(""", "response_format": {"a": 1, "a": 2}""")]
    public void WhatIsNoDeclarationIsLeftOut(string more) => data.Of(Trained.Chat(null, more)).IsEmpty.ShouldBeTrue();

    [Fact]
    public void HalfACharacterIsReplaced() =>
        data.Of(Trained.Chat(null, """, "tools": [{"type": "function", "function": {"name": "weather", "description": "\ud83d"}}]""")).Tools.ShouldBe("""[{"type": "function", "function": {"name": "weather", "description": "\uFFFD"}}]""");

    [Fact]
    public void ManyBlocksFilesAndWorkersGiveOneAnswer()
    {
        var filler = new string('x', 2000);
        data.WriteManifest();
        for (var file = 0; file < 3; file++)
        {
            data.Folder.Write($"{file}.jsonl", string.Concat(Enumerable.Range(0, 3000).Select(i =>
                Trained.Chat(i % 11 == 10 ? $"Own {file} {i} {filler}" : "You answer." + filler, i % 2 == 0 ? $", \"tools\": [{Find}]" : $", \"tools\": [{Weather}]", i) + "\n")));
        }

        var contracts = Enumerable.Range(0, 5).Select(_ => data.Read()).Distinct().ToList();

        contracts.ShouldHaveSingleItem().ShouldBe(new Contract { SystemPrompt = "You answer." + filler, Tools = $"[{Find}, {Weather}]" });
    }

    [Fact]
    public void AStoredLintHasTheSameContract()
    {
        var contract = data.Of(Trained.Chat("You answer.", $", \"tools\": [{Find}], \"response_format\": {{\"type\": \"text\"}}"));
        File.SetLastWriteTimeUtc(data.Folder.File("train.jsonl"), DateTime.UtcNow.AddHours(-1));
        File.SetLastWriteTimeUtc(data.Folder.File("finetune.yml"), DateTime.UtcNow.AddHours(-1));
        var cache = new LintCache(Linter.Lint, "test");

        var (first, second) = (Stored(), Stored());

        (first.FromCache, second.FromCache).ShouldBe((false, true));
        first.Report.Contracts["bot"].ShouldBe(contract);
        second.Report.Contracts["bot"].ShouldBe(contract);

        CachedLint Stored() => cache.Lint(data.Request, [data.Folder.File("cache")], default);
    }

    [Fact]
    public void ABuildDoesNotAsk()
    {
        data.Of(Trained.Chat("You answer."));

        Linter.Lint(LintRequest.ForBuild(data.Folder.File("finetune.yml"), lifecycleAsErrors: false, new(2026, 1, 15))).Contracts.ShouldBeEmpty();
    }

    public void Dispose() => data.Dispose();

    private static IEnumerable<string> Lines(int count, string system) => Enumerable.Range(0, count).Select(i => Trained.Chat(system, number: i));
}
