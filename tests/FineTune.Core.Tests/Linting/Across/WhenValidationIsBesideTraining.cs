using FineTune.Core.Findings;
using FineTune.Core.Linting;
using FineTune.Core.Tests.Linting.Quality;
using FineTune.Core.Tests.Manifest;

namespace FineTune.Core.Tests.Linting.Across;

public sealed class WhenValidationIsBesideTraining : IDisposable
{
    private const string Tools = """[{"type": "function", "function": {"name": "NAME", "parameters": {"type": "object", "properties": {}}}}]""";

    private readonly ManifestFolder folder = new();

    private readonly string[] training = [.. Enumerable.Range(0, 60).Select(i => Chat.Line($"Which tent number {i} is the lightest of all that you have in the shop for two people?", $"The Alta {i}, it weighs {i} kilograms with its poles and pegs, and fits two."))];

    [Fact]
    public void TheSameContextIsFoundOnRequest()
    {
        var valid = Chat.Line("Which tent number 7 is the lightest of all that you have in the shop for two people?", "None.");

        Lint(deep: true, valid).ShouldHaveSingleItem().ShouldStartWith("FT6002 (1): the training data has the same context, word for word, in line 8 of \"train.jsonl\"");
        Lint(deep: false, valid).ShouldBeEmpty();
    }

    [Fact]
    public void ANearDuplicateIsFoundOnRequest()
    {
        var valid = Chat.Line("Which tent number 7 is the lightest of all that you have in your shop for two people?", "The Alta 7, it weighs 7 kilograms with its poles and pegs, and fits two.");

        Lint(deep: true, valid).ShouldHaveSingleItem().ShouldStartWith("FT6002 (1): this example is ");
    }

    [Fact]
    public void AnExampleThatIsInBothIsOneFault() =>
        Lint(deep: true, training[3]).ShouldHaveSingleItem().ShouldStartWith("FT6001 (1): ");

    [Fact]
    public void OtherQuestionsAreFine() => Lint(deep: true, Chat.Line("Can a parcel go to a cabin near Tromsø?", "Yes, if the cabin has a postal address.")).ShouldBeEmpty();

    [Fact]
    public void ASystemPromptThatTrainingNeverShowsIsFound() =>
        Lint(deep: false, Chat.Line("Can a parcel go to a cabin?", "Yes.", "Be brief.")).ShouldHaveSingleItem()
            .ShouldStartWith("FT6003 (1): this validation example has a message of role \"system\", and no training example has one");

    [Fact]
    public void AnotherSystemPromptIsFound()
    {
        for (var i = 0; i < training.Length; i++)
        {
            training[i] = training[i].Replace("{\"messages\":[", "{\"messages\":[{\"role\":\"system\",\"content\":\"Be brief.\"},", StringComparison.Ordinal);
        }
        Lint(deep: false, Chat.Line("Can a parcel go to a cabin?", "Yes.", "Be long.")).ShouldHaveSingleItem()
            .ShouldStartWith("FT6003 (1): this validation example has a system prompt that no training example has");
        Lint(deep: false, Chat.Line("Can a parcel go to a cabin?", "Yes.", "Be brief.")).ShouldBeEmpty();
    }

    [Fact]
    public void AToolThatTrainingNeverShowsIsFound()
    {
        for (var i = 0; i < training.Length; i++)
        {
            training[i] = training[i][..^1] + ", \"tools\": " + Tools.Replace("NAME", "lookup_order", StringComparison.Ordinal) + "}";
        }
        var valid = Chat.Line("Where is it?", "It left.")[..^1] + ", \"tools\": " + Tools + "}";

        Lint(deep: false, valid.Replace("NAME", "track_parcel", StringComparison.Ordinal)).ShouldHaveSingleItem()
            .ShouldStartWith("FT6003 (1): this validation example declares the tool \"track_parcel\", which no training example declares");
        Lint(deep: false, valid.Replace("NAME", "lookup_order", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    public void Dispose() => folder.Dispose();

    private List<string> Lint(bool deep, params string[] valid)
    {
        folder.Write("data/train.jsonl", string.Join('\n', training) + "\n");
        folder.Write("data/valid.jsonl", string.Join('\n', valid) + "\n");
        var manifest = folder.Write("finetune.yml", """
            version: 1
            models:
              bot:
                provider: openai
                base_model: gpt-4.1-mini-2025-04-14
                method: supervised
                training: data/train.jsonl
                validation: data/valid.jsonl
            """);
        var report = Linter.Lint(new LintRequest { ManifestPath = manifest, Deep = deep, Today = new DateOnly(2026, 11, 22) });
        return [.. report.Findings.Where(finding => finding.Code.StartsWith("FT6", StringComparison.Ordinal)).Select(Show)];
    }

    private static string Show(Finding finding) => $"{finding.Code} ({finding.Range.Start.Line}): {finding.Message}";
}
