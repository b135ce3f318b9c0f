using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Manifest.Globbing;
using FineTune.Core.Manifest.Reading;
using FineTune.Core.Manifest.Yaml;
using FineTune.Tool.Terminal;

namespace FineTune.Tool.Revisions;

/// <summary>The manifest and the data of an earlier commit, laid out in a folder of their own until they are no longer needed.</summary>
internal sealed class Revision : IDisposable
{
    private const int LongestChain = 16;
    private const string Pointer = ".dvc";

    private readonly Git git;
    private readonly Dictionary<string, TreeEntry> files;
    private readonly CancellationToken cancellation;
    private readonly TemporaryFolder folder;

    private Revision(Git git, string commit, CancellationToken cancellation)
    {
        (this.git, this.cancellation) = (git, cancellation);
        files = git.Files(commit).Where(file => IsSafe(file.Path)).DistinctBy(file => file.Path).ToDictionary(file => file.Path, StringComparer.Ordinal);
        folder = new TemporaryFolder("finetune-diff-");
        // What the manifest may open ends here, as it does in the repository.
        Directory.CreateDirectory(Path.Combine(Folder, ".git"));
    }

    /// <summary>Absolute path of the folder that stands for the repository.</summary>
    public string Folder => folder.Path;

    /// <summary>Absolute path of the manifest; null where the commit has none.</summary>
    public string? Manifest { get; private set; }

    /// <summary>Lays out a commit.</summary>
    /// <param name="git">The repository.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="manifest">The manifest's path from the repository's root, with <c>/</c>.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <exception cref="UsageException">The commit is not all here.</exception>
    public static Revision Of(Git git, string commit, string manifest, CancellationToken cancellation)
    {
        var revision = new Revision(git, commit, cancellation);
        try
        {
            revision.LayOut(manifest);
            return revision;
        }
        catch
        {
            revision.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();

    private void LayOut(string manifest)
    {
        if (!files.ContainsKey(manifest))
        {
            return;
        }
        Manifest = PathOf(manifest);
        var next = manifest;
        for (var i = 0; i < LongestChain && next is not null && files.ContainsKey(next) && !File.Exists(PathOf(next)); i++)
        {
            Write([files[next]]);
            next = ExtendedBy(PathOf(next));
        }
        if (ManifestReader.Read(Manifest, []).Manifest is { } read)
        {
            string[] patterns = [.. read.Models.SelectMany(model => model.Training.Patterns.Concat(model.Validation?.Patterns ?? [])).Select(pattern => FromRoot(pattern.Value, pattern.Where.Path)).Distinct()];
            string[] fixedPaths = read.Lint.Baseline is { } baseline ? [FromRoot(baseline, Manifest)] : [];
            Write(files.Values.Where(file => !File.Exists(PathOf(file.Path)) && (fixedPaths.Contains(file.Path) || IsData(patterns, file.Path))).ToArray());
        }
    }

    private static bool IsData(string[] patterns, string path)
    {
        var fetched = path.EndsWith(Pointer, StringComparison.Ordinal) ? path[..^Pointer.Length] : path;
        return Array.Exists(patterns, pattern => GlobPath.Matches(pattern, fetched));
    }

    private static string? ExtendedByText(string file) =>
        (YamlFile.Read(file, new FindingList()) as YamlMapping)?.Text("extends") is { Value.Length: > 0 } extends ? extends.Value : null;

    private string? ExtendedBy(string file) => ExtendedByText(file) is { } extends ? FromRoot(extends, file) : null;

    // Links last, so that nothing is written through one.
    private void Write(IReadOnlyList<TreeEntry> files)
    {
        git.Write(files.Where(file => !file.IsLink).Select(file => (file.Blob, PathOf(file.Path))), cancellation);
        foreach (var link in files.Where(file => file.IsLink))
        {
            var path = PathOf(link.Path);
            var target = path + ".target";
            git.Write([(link.Blob, target)], cancellation);
            var leads = File.ReadAllText(target);
            File.Delete(target);
            if (this.files.TryGetValue(FromRoot(leads, path), out var real) && !real.IsLink)
            {
                git.Write([(real.Blob, path)], cancellation);
            }
        }
    }

    private string FromRoot(string path, string file) =>
        PathText.Relative(PathText.Absolute(path, Path.GetDirectoryName(file)!), Folder);

    private string PathOf(string path) => Path.Combine(Folder, path.Replace('/', Path.DirectorySeparatorChar));

    private static bool IsSafe(string path) =>
        !Path.IsPathRooted(path) && path.Split('/', '\\').All(part => part is not ("" or "." or "..") && !part.Equals(".git", StringComparison.OrdinalIgnoreCase));
}
