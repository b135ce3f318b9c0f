using FineTune.Core.Manifest.Reading;

namespace FineTune.Tool.Starting;

/// <summary>What <c>init</c> writes.</summary>
internal static class StarterFiles
{
    private const string GitHubPrefix = "github/";

    /// <summary>All files, in the order that they are named to the user.</summary>
    public static IReadOnlyList<StarterFile> All() =>
    [
        new("finetune.yml", Template("finetune.yml")),
        new("finetune.schema.json", ManifestSchema.Write()),
        new("data/train.jsonl", Template("train.jsonl")),
        new(".gitattributes", "*.jsonl text eol=lf\nfinetune*.lock.json text eol=lf merge=finetune-lock\n", Shared: true),
        new(".gitignore", ".finetune/\n", Shared: true),
    ];

    /// <summary>The GitHub workflows with what they call; the names are relative to the repository's root.</summary>
    /// <param name="manifest">The manifest's path relative to the repository's root, with <c>/</c>: letters, digits and <c>. _ - /</c>.</param>
    /// <param name="version">The version of the tool that the workflows install.</param>
    public static IReadOnlyList<StarterFile> GitHub(string manifest, string version) =>
    [
        .. Resources().Where(name => name.StartsWith(GitHubPrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name => new StarterFile(name[GitHubPrefix.Length..], Resource(name), Ours: true)),
        new(".github/workflows/finetune.yml", Template("finetune-workflow.yml").Replace("__MANIFEST__", manifest, StringComparison.Ordinal).Replace("__VERSION__", version, StringComparison.Ordinal)),
    ];

    private static string[] Resources() => typeof(StarterFiles).Assembly.GetManifestResourceNames();

    private static string Template(string name) => Resource("templates/" + name);

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(StarterFiles).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
