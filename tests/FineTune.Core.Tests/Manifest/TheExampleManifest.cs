using System.Runtime.CompilerServices;

namespace FineTune.Core.Tests.Manifest;

public sealed class TheExampleManifest : IDisposable
{
    private readonly ManifestFolder folder = new();

    [Fact]
    public void ReadsWithoutAFinding()
    {
        foreach (var name in "support/a.jsonl support.valid.jsonl tone/a.jsonl tone/b.jsonl triage.jsonl triage.valid.jsonl".Split(' '))
        {
            folder.Write("data/" + name, "{}\n");
        }

        var manifest = folder.ReadFine(Example());

        manifest.Models.Select(model => model.Name).ShouldBe(["support-bot", "tone", "triage"]);
        manifest.Providers.Keys.Order(StringComparer.Ordinal).ShouldBe(["azure-sweden", "emulator", "openai", "openai-eu", "own-gpus", "token-factory"]);
    }

    private static string Example([CallerFilePath] string here = "") =>
        File.ReadAllText(Path.GetFullPath("../../../finetune.yml.example", Path.GetDirectoryName(here)!));

    public void Dispose() => folder.Dispose();
}
