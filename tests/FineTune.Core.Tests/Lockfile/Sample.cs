using FineTune.Core.Identity;
using FineTune.Core.Lockfile;
using System.Text.Json.Nodes;

namespace FineTune.Core.Tests.Lockfile;

/// <summary>Locks to test with, right in themselves.</summary>
internal static class Sample
{
    public const string Project = "0123456789abcdef0123456789abcdef";

    public static string Hash(char digit) => new(digit, 64);

    public static DateTimeOffset Day(int day) => new(2026, 3, day, 12, 0, 0, TimeSpan.Zero);

    public static LockedFile File(char content, long examples = 60) => new()
    {
        Sha256 = Hash(content),
        Bytes = 100 * examples,
        Examples = examples,
        FileId = $"file-{content}",
        Sources = [new LockedSource("data/train.jsonl", Hash(content), 100 * examples, examples)],
    };

    public static TrainingSettings Settings(int epochs = 3) =>
        TrainingSettings.Of(new JsonObject { ["seed"] = 7, ["suffix"] = "support", ["hyperparameters"] = new JsonObject { ["n_epochs"] = epochs } });

    public static Attempt Attempt(char content = 'a', string? job = "ftjob-1", AttemptState state = AttemptState.Running, int day = 1, string kind = "openai")
    {
        var training = File(content);
        return new Attempt
        {
            State = state,
            Provider = new LockedProvider(kind, kind, null),
            BaseModel = "gpt-4.1-mini-2025-04-14",
            Method = "supervised",
            Settings = Settings(),
            Contract = new Contract
            {
                SystemPrompt = "You answer for Contoso \"Support\".\n👋",
                Tools = """[{"type":"function","function":{"name":"find_order","parameters":{"type":"object","properties":{}}}}]""",
                ResponseFormat = """{"type":"json_object"}""",
            },
            Digest = Digests.Of(kind, null, "gpt-4.1-mini-2025-04-14", "supervised", Settings(), training.Sha256, null),
            DataDigest = Digests.OfData(training.Sha256, null),
            Training = training,
            JobId = job,
            CreatedAt = job is null ? null : Day(day),
            Commit = "5d41402abc4b2a76b9719d911017c592ae5d4140",
        };
    }

    public static TrainingOutcome Outcome(int day = 1, string model = "ft:gpt-4.1-mini-2025-04-14:contoso:support:AbC123") => new(model)
    {
        TrainedTokens = 12345,
        CostUsd = 2.40m,
        FinishedAt = Day(day).AddHours(1),
        Checkpoints =
        [
            new LockedCheckpoint(88, model + ":ckpt-step-88", new SortedDictionary<string, double>(StringComparer.Ordinal) { ["train_loss"] = 0.5, ["valid_loss"] = 1e-7 }),
        ],
    };

    public static FineTuneLock Empty => LockEdit.New(Project);

    /// <summary>A lock whose model has a version for each content, first is oldest.</summary>
    public static FineTuneLock Versions(string contents, string model = "support-bot")
    {
        var locked = Empty;
        for (var i = 0; i < contents.Length; i++)
        {
            var attempt = Attempt(contents[i], $"ftjob-{contents[i]}", day: contents[i] - 'a' + 1);
            locked = LockEdit.Promote(locked, model, attempt, Outcome(contents[i] - 'a' + 1, $"ft:gpt-4.1-mini-2025-04-14:contoso:support:{contents[i]}"));
        }
        return locked;
    }

    public static FineTuneLock Full() => Versions("ab").With(Attempt('c', "ftjob-c", day: 3));

    /// <summary>The lock with an attempt as a model's newest.</summary>
    public static FineTuneLock With(this FineTuneLock locked, Attempt attempt, string model = "support-bot") =>
        LockEdit.Change(locked, model, entry => entry with { Attempts = [attempt, .. entry.Attempts] });
}
