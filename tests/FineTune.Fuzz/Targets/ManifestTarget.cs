using System.Text;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Manifest.Reading;

namespace FineTune.Fuzz.Targets;

/// <summary>finetune.yml: a manifest or findings.</summary>
internal sealed class ManifestTarget : FuzzTarget
{
    public override string Name => "manifest";

    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        """
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
        """u8.ToArray(),
        """
        version: 1
        extends: finetune.yml
        models:
          r:
            provider: openai
            method: reinforcement
            training: a.jsonl
            grader: { type: string_check, name: g, input: "{{sample.output_text}}", reference: "{{item.x}}", operation: eq }
            response_format: { type: json_schema, json_schema: { name: n, schema: { type: object } } }
        lint:
          rules: { FT4001: error, FT5002: none }
          ignore:
            - { rule: FT4003, path: data/**, example: 3f9a1c, reason: |
                two right
                answers }
          baseline: b.json
        """u8.ToArray(),
    ];

    public override IReadOnlyList<string> Words { get; } =
    [
        "*helper", "&a", "<<: ", "---\n", "...\n", "!!str ", "!!binary ", "? ", ": ", "- ", "|\n", ">-\n", "#", "~", ".nan", "%YAML 9.9\n", "@", "`", "${X}", "../", "/", "**/", "[a-", "{,}", "{a,b}{a,b}{a,b}{a,b}", "version: 2\n",
        "version", "providers", "models", "training", "lint", "rules", "FT9999", "kind", "azure", "exec", "emulator", "openai_compatible", "sk-aaaaaaaaaaaaaaaaaaaa", "\\x", "\n  ", "\n        ",
    ];

    public override void Run(byte[] input)
    {
        using var file = new ScratchFile("finetune.yml", input);
        var reading = ManifestReader.Read(file.Path, []);
        Require(reading.Manifest is not null || reading.Findings.Count > 0, "neither a manifest nor a finding");
        foreach (var finding in reading.Findings)
        {
            Require((RuleGroups.Of(finding.Code) is RuleGroup.Manifest || finding.Code == ManifestRules.GraderInvalid.Code) && finding.Message.Length is > 0 and < 2000 && !finding.Message.Any(char.IsControl), $"finding: {finding}");
            Require(finding.Range.Start.Line <= Encoding.UTF8.GetString(input).Split('\n', '\r', '\u0085', '\u2028', '\u2029').Length, $"no such line: {finding}");
        }
    }
}
