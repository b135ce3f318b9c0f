namespace FineTune.Tool.Starting;

/// <summary>What <c>init</c> writes.</summary>
internal static class StarterFiles
{
    /// <summary>All files, in the order that they are named to the user.</summary>
    public static IReadOnlyList<StarterFile> All() =>
    [
        new("finetune.yml", Template("finetune.yml")),
        new("finetune.schema.json", Core.Manifest.ManifestSchema.Write()),
        new("data/train.jsonl", Template("train.jsonl")),
        new(".gitattributes", "*.jsonl text eol=lf\nfinetune*.lock.json text eol=lf merge=finetune-lock\n", Shared: true),
        new(".gitignore", ".finetune/\n", Shared: true),
    ];

    private static string Template(string name)
    {
        using var reader = new StreamReader(typeof(StarterFiles).Assembly.GetManifestResourceStream("templates/" + name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
