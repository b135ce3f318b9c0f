using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Manifest.Globbing;
using FineTune.Core.Manifest.Yaml;

namespace FineTune.Core.Manifest.Reading;

/// <summary>Finds the files of <c>training</c> and <c>validation</c>.</summary>
/// <param name="boundary">What no path may leave.</param>
/// <param name="directory">Absolute path of the manifest's folder, which the order of files is relative to.</param>
/// <param name="findings">Takes FT0008.</param>
internal sealed class DatasetReader(RepositoryBoundary boundary, string directory, FindingList findings)
{
    /// <summary>Reads a role's data; null where it is missing or no text.</summary>
    public DatasetSettings? Read(YamlNode? node)
    {
        var patterns = (node is YamlSequence list ? list.Items : node is null ? [] : [node])
            .OfType<YamlScalar>()
            .Where(scalar => !scalar.IsNull && scalar.Value.Length > 0)
            .Select(scalar => new Sourced<string>(scalar.Value, scalar.Where))
            .ToArray();
        if (patterns.Length == 0)
        {
            return null;
        }
        var files = patterns
            .SelectMany(Find)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(file => PathText.Relative(file, directory), StringComparer.Ordinal)
            .ToArray();
        return new DatasetSettings(patterns, files);
    }

    private IReadOnlyCollection<string> Find(Sourced<string> pattern)
    {
        if (PathText.Problem(pattern.Value) is { } fault)
        {
            return Report(pattern, fault);
        }
        var path = PathText.Absolute(pattern);
        if (!GlobFiles.IsGlob(pattern.Value))
        {
            return FindOne(pattern, path);
        }
        // A file may really be called data[1].jsonl.
        return boundary.Refusal(path) is null && File.Exists(path) ? [path] : FindAll(pattern);
    }

    private string[] FindOne(Sourced<string> pattern, string path)
    {
        if (boundary.Refusal(path) is { } refusal)
        {
            return Report(pattern, refusal);
        }
        // DVC keeps data out of git: a pointer stands beside the file that is still to be fetched, which FT1013 tells.
        return PathText.Missing(path) is not { } missing || File.Exists(path + ".dvc") ? [path]
            : Report(pattern, Directory.Exists(path) ? "is a folder; write a glob such as \"folder/*.jsonl\"" : missing);
    }

    private IReadOnlyCollection<string> FindAll(Sourced<string> pattern)
    {
        var (files, fault) = GlobFiles.Find(pattern.Value, Path.GetDirectoryName(pattern.Where.Path)!, _ => boundary);
        if (fault is not null)
        {
            return Report(pattern, fault);
        }
        return files.Select(file => (File: file, Refusal: boundary.Refusal(file))).FirstOrDefault(file => file.Refusal is not null) is { Refusal: { } outside } refused
            ? Report(pattern, $"matches {SafeText.Quote(PathText.Relative(refused.File, directory))}, which {outside}")
            : files;
    }

    private string[] Report(Sourced<string> pattern, string message)
    {
        findings.Add(ManifestRules.DatasetNotFound, pattern.Where, $"{SafeText.Quote(pattern.Value)} {message}");
        return [];
    }
}
