using System.Text;
using System.Text.Json.Nodes;
using FineTune.Emulator.Chat;

namespace FineTune.Emulator.Tests;

public sealed class WhenTrainingDataAreLarge : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void OnlyTheLineOfTheAnswerIsReadAgain()
    {
        var path = folder.Write("train.jsonl", Lines(2_000));
        var answers = new TrainingAnswers(path);
        var place = File.ReadAllText(path).IndexOf("question 1500 ", StringComparison.Ordinal);
        using (var file = new FileStream(path, FileMode.Open, FileAccess.Write))
        {
            // Whatever stands before the line must not matter any more.
            file.Write(Encoding.ASCII.GetBytes(new string('x', place - 200)));
        }
        Answer(answers, "question 1500 about thing1500").ShouldBe("answer 1500");
    }

    [Theory]
    [InlineData("question 77 about thing77", "answer 77")]
    [InlineData("tell me something about thing78", "answer 78")]
    [InlineData("QUESTION 79, about Thing79?", "answer 79")]
    [InlineData("nothing in common", "answer 0")]
    public void TheNearestQuestionIsFound(string asked, string answer) =>
        Answer(new TrainingAnswers(folder.Write("train.jsonl", Lines(2_000))), asked).ShouldBe(answer);

    [Fact]
    public void OfEqualQuestionsTheFirstIsAnswered()
    {
        var path = folder.Write("train.jsonl", string.Concat(Enumerable.Range(0, 50).Select(i => Line(i % 2 == 0 ? "the same" : $"other {i}", $"answer {i}") + "\n")));
        Answer(new TrainingAnswers(path), "the same").ShouldBe("answer 0");
        Answer(new TrainingAnswers(path), "the same one").ShouldBe("answer 0");
    }

    [Fact]
    public void BomsEndsOfLinesAndBadLinesDoNotMisplaceALine()
    {
        var lines = Lines(3).Split('\n');
        var path = folder.Write("train.jsonl", "\uFEFF" + lines[0] + "\r\n\r\n{ broken\n\"\\ud800\"\n" + Line("half", "a").Replace("half", "\\ud800", StringComparison.Ordinal) + "\n" + lines[1] + "\n" + lines[2]);
        var answers = new TrainingAnswers(path);
        for (var i = 0; i < 3; i++)
        {
            Answer(answers, $"question {i} about thing{i}").ShouldBe($"answer {i}");
        }
    }

    [Fact]
    public void ALineLongerThanTheBufferIsALine()
    {
        var words = new string('w', 400_000);
        var path = folder.Write("train.jsonl", Lines(2) + Line($"long {words}", "the long one") + "\n" + Line("last one", "the end"));
        var answers = new TrainingAnswers(path);
        Answer(answers, $"long {words}").ShouldBe("the long one");
        Answer(answers, "last one").ShouldBe("the end");
        Answer(answers, "question 1 about thing1").ShouldBe("answer 1");
    }

    [Fact]
    public void AFileThatHasChangedIsReadAgain()
    {
        var shelf = new AnswerShelf();
        var path = folder.Write("train.jsonl", Line("who", "first"));
        Answer(shelf.Of(path)!, "who").ShouldBe("first");
        shelf.Of(path).ShouldBeSameAs(shelf.Of(path));
        folder.Write("train.jsonl", Line("who", "second one"));
        Answer(shelf.Of(path)!, "who").ShouldBe("second one");
        File.Delete(path);
        shelf.Of(path).ShouldBeNull();
    }

    private static string? Answer(TrainingAnswers answers, string asked) =>
        answers.Nearest(new Conversation(asked, "user"))?.GetProperty("content").GetString();

    private static string Lines(int count) => string.Concat(Enumerable.Range(0, count).Select(i => Line($"question {i} about thing{i}", $"answer {i}") + "\n"));

    private static string Line(string asked, string answer) =>
        new JsonObject { ["messages"] = new JsonArray(Data.Message("user", asked), Data.Message("assistant", answer)) }.ToJsonString();
}
