using System.Diagnostics;
using System.Text;

namespace FineTune.Core.Tests.Manifest;

public sealed class WhenAnyBytesAreRead : IDisposable
{
    private const int Manifests = 4000;

    private const string Seed = """
        version: 1
        providers:
          eu: { kind: azure, endpoint: "${E}", api_key_env: KEY, deployment: { resource_id: r, name: n, capacity: 2 } }
          own: { kind: exec, command: [python, train.py], env: [A], profile: trl }
        models:
          helper: &helper
            provider: openai
            base_model: gpt-4.1-mini-2025-04-14
            method: dpo
            training: [data/*.jsonl, "data/{a,train}.jsonl"]
            validation: data/valid.jsonl
            suffix: s
            seed: 7
            hyperparameters: { n_epochs: 3, beta: 0.1 }
            integrations: [{ type: wandb, wandb: { project: p } }]
            metadata: { team: "support" }
            price: { training_per_million: 5.0 }
            budget: { max_cost_usd: 25 }
          other: *helper
        lint:
          rules: { FT4001: error }
          ignore:
            - { rule: FT4003, path: a, example: 3f9a1c, reason: r }
          baseline: b.json
        """;

    private static readonly string[] Tokens =
    [
        "*helper", "&a", "<<: ", "---\n", "...\n", "!!str ", "? ", ": ", "- ", "[", "]", "{", "}", "|\n", ">-\n", "\"", "'", "#", "\t", "\r", "\u0085", "\u2028", "\0", "\ud800",
        "null", "~", "1e999", ".nan", "-0", "99999999999999999999", "%YAML 9.9\n", "@", "`", "${X}", "../", "/", "**/", "[a-", "{,}", "extends: finetune.yml\n", "\\x", "\ufeff", "sk-aaaaaaaaaaaaaaaaaaaa",
    ];

    private readonly ManifestFolder folder = new();

    [Fact]
    public void TheyEndInAManifestOrInFindings()
    {
        var random = new Random(20261122);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Manifests; i++)
        {
            var bytes = Mutate(random);
            folder.Write("finetune.yml", bytes);

            var reading = Should.NotThrow(() => folder.ReadFile(), Encoding.UTF8.GetString(bytes));

            (reading.Manifest is not null || reading.Findings.Count > 0).ShouldBeTrue(Encoding.UTF8.GetString(bytes));
            reading.Findings.ShouldAllBe(finding => finding.Code.StartsWith("FT00") && finding.Message.Length > 0 && !finding.Message.Contains('\n'));
        }
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(2));
    }

    private static byte[] Mutate(Random random)
    {
        var text = new StringBuilder(Seed);
        for (var changes = random.Next(1, 6); changes > 0; changes--)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(1, 30), text.Length - at);
            switch (random.Next(5))
            {
                case 0:
                    text.Remove(at, length);
                    break;
                case 1:
                    text.Insert(at, text.ToString(at, length));
                    break;
                case 2:
                    text.Remove(at, Math.Min(length, 3)).Insert(Math.Min(at, text.Length), Tokens[random.Next(Tokens.Length)]);
                    break;
                case 3:
                    text[at] = (char)random.Next(0, 256);
                    break;
                default:
                    text.Insert(at, Tokens[random.Next(Tokens.Length)]);
                    break;
            }
        }
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        if (random.Next(4) == 0)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }
        return bytes;
    }

    public void Dispose() => folder.Dispose();
}
