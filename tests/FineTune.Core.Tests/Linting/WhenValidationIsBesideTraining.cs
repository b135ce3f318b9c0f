using FineTune.Core.Findings;
using FineTune.Core.Linting;
using FineTune.Core.Linting.Engine;
using FineTune.Core.Tests.Linting.Quality;
using FineTune.Core.Tests.Manifest;

namespace FineTune.Core.Tests.Linting;

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
    public void ManyExamplesThatAreInBothAreOneFault() =>
        Lint(deep: false, string.Join('\n', training[..30])).ShouldHaveSingleItem()
            .ShouldBe("FT6001 (1): this example is also in the training data; a model is not measured on what it has learnt; so on all 30 lines, first on lines 1, 2 and 3");

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

    [Fact]
    public void CustomersOnBothSidesAreFoundOnce()
    {
        for (var i = 0; i < training.Length; i++)
        {
            training[i] = training[i][..^1] + $", \"metadata\": {{\"customer_id\": \"c-{i}\"}}}}";
        }
        var valid = Enumerable.Range(0, 20).Select(i => Chat.Line($"Where is my parcel of {(char)('a' + i)}?", "On its way.")[..^1] + $", \"metadata\": {{\"customer_id\": \"c-{i + 48}\"}}}}").ToArray();

        var said = Lint(deep: false, valid).ShouldHaveSingleItem();
        said.ShouldStartWith("FT6004 (1): 12 of 20 validation examples have a value of \"customer_id\" that training examples have, too: line 1 (as line 49 of \"train.jsonl\"), ");
        Lint(deep: false, valid[8..]).ShouldBeEmpty("few of them are chance");
    }

    [Fact]
    public void OneNameForAllIsNoGroup()
    {
        for (var i = 0; i < training.Length; i++)
        {
            training[i] = training[i][..^1] + ", \"user_id\": \"exporter\"}";
        }

        Lint(deep: false, [.. Enumerable.Range(0, 20).Select(i => Chat.Line($"Where is my parcel of {(char)('a' + i)}?", "On its way.")[..^1] + ", \"user_id\": \"exporter\"}")]).ShouldBeEmpty();
    }

    [Fact]
    public void DocumentsOnBothSidesAreFound()
    {
        for (var i = 0; i < training.Length; i++)
        {
            training[i] = Chat.Line($"{Document(i)}\n\nWho wrote this?", $"Author {i}.");
        }
        var valid = Enumerable.Range(0, 20).Select(i => Chat.Line($"{Document(i * 2)}\n\nWhen was that?", $"In {1900 + i}.")).ToArray();

        Lint(deep: false, valid).ShouldHaveSingleItem().ShouldStartWith("FT6004 (1): 20 of 20 validation examples hold a long passage that training examples hold, too: line 1 (as line 1 of \"train.jsonl\"), line 2 (as line 3 of \"train.jsonl\"), ");
    }

    [Fact]
    public void ANoticeOnEveryLineIsNoDocument()
    {
        for (var i = 0; i < training.Length; i++)
        {
            training[i] = Chat.Line($"{Document(0)}\n\nWho wrote book {(char)('a' + i)}?", $"Author {i}.");
        }

        Lint(deep: false, [.. Enumerable.Range(0, 20).Select(i => Chat.Line($"{Document(0)}\n\nWhen was poem {(char)('a' + i)} made?", $"In {1900 + i}."))]).ShouldBeEmpty();
    }

    [Fact]
    public void QuestionsThatDifferInTheirNumbersAreFound()
    {
        for (var i = 0; i < training.Length; i++)
        {
            training[i] = Chat.Line($"How many grams does {(char)('a' + i % 10)} of our catalogue weigh in its size {i}?", $"{i} g.");
        }
        var valid = Enumerable.Range(0, 20).Select(i => Chat.Line($"How many grams does {(char)('a' + i % 10)} of our catalogue weigh in its size {i + 100}?", $"{i} g.")).ToArray();

        Lint(deep: false, valid).ShouldHaveSingleItem().ShouldStartWith("FT6004 (1): 20 of 20 validation examples ask in words that training examples have, too, but for the numbers: ");
    }

    public void Dispose() => folder.Dispose();

    private static string Document(int i) => string.Join(' ', Enumerable.Range(0, 60).Select(word => $"word{i * 60 + word}"));

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
