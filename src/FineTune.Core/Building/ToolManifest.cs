using System.Text.Json;
using FineTune.Core.Files;
using FineTune.Core.Findings;

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
            if (Read(path) is { } bytes && FindVersion(bytes) is { } tool && !Fits(tool.Version, packageVersion))
            {
                yield return Finding.Of(ToolRules.VersionsDiffer, path, RangeOf(bytes, tool.Start, tool.Length),
                    $"the tool is {SafeText.Quote(tool.Version)} and the package FineTune.Build is \"{packageVersion}\"; give both the same version");
            }
        }
    }

    private static IEnumerable<string> Candidates(string folder)
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

    private static (string Version, int Start, int Length)? FindVersion(byte[] bytes)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var inTool = false;
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 2)
                {
                    inTool = string.Equals(reader.GetString(), ToolName, StringComparison.OrdinalIgnoreCase);
                }
                else if (inTool && reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 3 && reader.ValueTextEquals("version"u8)
                    && reader.Read() && reader.TokenType == JsonTokenType.String)
                {
                    return (reader.GetString()!, (int)reader.TokenStartIndex, (int)(reader.BytesConsumed - reader.TokenStartIndex));
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The list is the SDK's to complain about.
        }
        return null;
    }

    private static bool Fits(string tool, string package) => MajorMinor(tool) == MajorMinor(package);

    private static string MajorMinor(string version) => string.Join('.', version.Split('.', '-', '+').Take(2));

    private static TextRange RangeOf(byte[] bytes, int start, int length)
    {
        var line = bytes.AsSpan(0, start).Count((byte)'\n') + 1;
        var column = start - bytes.AsSpan(0, start).LastIndexOf((byte)'\n');
        return new(new(line, column), new(line, column + length));
    }
}
