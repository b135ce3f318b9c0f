using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Manifest.Yaml;

namespace FineTune.Core.Manifest.Reading;

/// <summary>A manifest and what it extends, nearest first; each file is checked on its own.</summary>
internal sealed class ManifestChain(RepositoryBoundary boundary, FindingList findings)
{
    private const int LongestChain = 16;

    private readonly List<YamlMapping> roots = [];

    /// <summary>Absolute paths of the files, nearest first.</summary>
    public List<string> Files { get; } = [];

    /// <summary>Reads the files and merges them; null where one of them can't be used.</summary>
    /// <param name="path">Absolute path of the nearest file.</param>
    public YamlMapping? Load(string path)
    {
        var next = path;
        var usable = true;
        while (next is not null)
        {
            Files.Add(next);
            var root = ReadRoot(next);
            usable &= root is not null;
            next = root is null ? null : FindExtended(root, ref usable);
        }
        return usable ? roots.Aggregate((nearer, below) => nearer.Over(below)) : null;
    }

    private YamlMapping? ReadRoot(string file)
    {
        var start = new SourceSpan(file, TextRange.FileStart);
        if (boundary.Refusal(file) is { } refusal)
        {
            findings.Add(ManifestRules.NotFound, start, $"the manifest {refusal}");
            return null;
        }
        var faults = findings.Count;
        var node = YamlFile.Read(file, findings);
        if (node is null or YamlScalar { IsNull: true })
        {
            if (findings.Count == faults)
            {
                findings.Add(ManifestRules.Value, start, "the manifest is empty; it needs at least \"version: 1\" and \"models:\"");
            }
            return null;
        }
        ManifestModel.Root.Check(node, "manifest", findings);
        if (node is not YamlMapping root)
        {
            return null;
        }
        roots.Add(root);
        return root;
    }

    private string? FindExtended(YamlMapping root, ref bool usable)
    {
        if (root.Text("extends") is not { Value.Length: > 0 } extends)
        {
            return null;
        }
        var problem = Locate(extends, out var file);
        if (problem is var (rule, message))
        {
            findings.Add(rule, extends.Where, $"{SafeText.Quote(extends.Value)} {message}");
            usable = false;
        }
        return file;
    }

    private (Rule Rule, string Message)? Locate(Sourced<string> extends, out string? file)
    {
        file = null;
        if (PathText.Problem(extends.Value) is { } fault)
        {
            return (ManifestRules.Value, fault);
        }
        var target = PathText.Absolute(extends);
        if (boundary.Refusal(target) is { } refusal)
        {
            return (ManifestRules.DatasetNotFound, refusal);
        }
        if (Files.Contains(target))
        {
            return (ManifestRules.Value, "extends a manifest that extends it: the chain runs in a circle");
        }
        if (Files.Count >= LongestChain)
        {
            return (ManifestRules.Value, $"is one manifest too many: a chain has at most {LongestChain}");
        }
        if (!File.Exists(target))
        {
            return (ManifestRules.NotFound, "does not exist");
        }
        file = target;
        return null;
    }
}
