using FineTune.Core.Linting;
using FineTune.Core.Linting.Engine;
using FineTune.Core.Lockfile;
using FineTune.Core.Tests.Lockfile;

namespace FineTune.Core.Tests.Contracts;

/// <summary>A model with training data on disk, to read its contract from.</summary>
internal sealed class Trained : IDisposable
{
    private static readonly DateOnly Today = new(2026, 1, 15);

    public TempFolder Folder { get; } = new();

    public LintRequest Request => LintRequest.ForPlan(Folder.File("finetune.yml"), Today);

    /// <summary>The contract of these lines.</summary>
    public Contract Of(params IEnumerable<string> lines) => Of(lines, "supervised");

    /// <summary>The contract of these lines under a method, and what else the manifest says of the model.</summary>
    public Contract Of(IEnumerable<string> lines, string method)
    {
        Folder.Write("train.jsonl", string.Join('\n', lines) + "\n");
        WriteManifest(method);
        return Read();
    }

    public Contract Read() => Linter.Lint(Request).Contracts["bot"];

    public void WriteManifest(string method = "supervised") => Folder.Write("finetune.yml", $$"""
        version: 1
        models:
          bot:
            provider: openai
            base_model: gpt-4.1-mini-2025-04-14
            training: "*.jsonl"
            method: {{method}}

        """);

    /// <summary>A conversation under a system prompt, with what else the line has.</summary>
    public static string Chat(string? system, string more = "", int number = 0) =>
        $$"""{"messages": [{{(system is null ? "" : $$"""{"role": "system", "content": {{System.Text.Json.JsonSerializer.Serialize(system)}}}, """)}}{"role": "user", "content": "q{{number}}"}, {"role": "assistant", "content": "a{{number}}"}]{{more}}}""";

    public void Dispose() => Folder.Dispose();
}
