using FineTune.Core.Datasets.Json;
using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;

namespace FineTune.Core.Building;

/// <summary>The repository's list of local tools: the command line there and the package here should be of one version.</summary>
internal static class ToolManifest
{
    private const string ToolName = "finetune.tool";

    /// <summary>FT9002 where a local tool of another major or minor version is listed; nothing where none is, or the list cannot be read.</summary>
    /// <param name="folder">Absolute path of the project's folder.</param>
    /// <param name="packageVersion">The package's version.</param>
    public static IEnumerable<Finding> FindOtherVersion(string folder, string packageVersion)
    {
        foreach (var path in Candidates(folder))
        {
            if (Read(path) is { } bytes && FindVersion(bytes) is { } tool && MajorMinor(tool.Text) != MajorMinor(packageVersion))
            {
                yield return Finding.Of(ToolRules.VersionsDiffer, path, tool.Range,
                    $"the tool is {SafeText.Quote(tool.Text)} and the package FineTune.Build is \"{packageVersion}\"; give both the same version");
            }
        }
    }

    /// <summary>Absolute paths where such a list may stand.</summary>
    public static IEnumerable<string> Candidates(string folder)
    {
        var root = RepositoryBoundary.Around(folder, []).Root;
        for (var current = folder; current is not null && current.Length >= root.Length; current = Path.GetDirectoryName(current))
        {
            yield return Path.Combine(current, ".config", "dotnet-tools.json");
            yield return Path.Combine(current, "dotnet-tools.json");
        }
    }

    private static byte[]? Read(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllBytes(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // A list that is not JSON is the SDK's to complain about.
    private static PlacedValue? FindVersion(byte[] bytes)
    {
        var tools = JsonFile.Read(bytes, out _)?.Root.Find("tools"u8)?.Members ?? [];
        var ours = tools.Where(tool => string.Equals(tool.Name.Text, ToolName, StringComparison.OrdinalIgnoreCase));
        return ours.Select(tool => tool.Value.Find("version"u8)).LastOrDefault() is { Kind: JsonKind.String } version ? version : null;
    }

    private static string MajorMinor(string version) => string.Join('.', version.Split('.', '-', '+').Take(2));
}
