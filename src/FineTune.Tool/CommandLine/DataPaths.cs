using FineTune.Core.Manifest;
using FineTune.Core.Repository;

namespace FineTune.Tool.CommandLine;

/// <summary>Turns what a command line names into dataset files.</summary>
internal static class DataPaths
{
    /// <summary>Absolute paths: files as they are, a folder's JSONL files, and globs that the shell did not expand.</summary>
    /// <exception cref="UsageException">Something named is not there, matches nothing, or may not be opened.</exception>
    public static IReadOnlyList<string> Expand(Invocation call, IReadOnlyList<string> names) =>
        [.. names.SelectMany(name => Expand(call, name)).Distinct(StringComparer.Ordinal).Select(path => Allowed(call, path))];

    /// <summary>Bytes that linting will read, for a progress bar; what can't be known counts as nothing.</summary>
    public static long TotalBytes(Invocation call, string? manifest, IReadOnlyList<string> paths)
    {
        var files = paths.Count > 0 || manifest is null ? paths
            : ManifestReader.Read(manifest, call.AllowedOutside).Manifest?.Models.SelectMany(model => model.Training.Files.Concat(model.Validation?.Files ?? [])) ?? [];
        return files.Select(path => new FileInfo(path)).Where(file => file.Exists).Sum(file => file.Length);
    }

    private static string[] Expand(Invocation call, string name)
    {
        var path = call.Resolve(name);
        if (File.Exists(path))
        {
            return [path];
        }
        if (Directory.Exists(path))
        {
            var inside = Files(path, "*.jsonl", SearchOption.AllDirectories);
            return inside.Length > 0 ? inside : throw new UsageException($"{call.Show(path)} holds no .jsonl file");
        }
        if (Path.GetFileName(path).AsSpan().ContainsAny('*', '?') && Directory.Exists(Path.GetDirectoryName(path)))
        {
            var matches = Files(Path.GetDirectoryName(path)!, Path.GetFileName(path), SearchOption.TopDirectoryOnly);
            return matches.Length > 0 ? matches : throw new UsageException($"{call.Show(path)} matches no file");
        }
        throw new UsageException($"{call.Show(path)} is not there");
    }

    // Who names a file means it, but not what a link of somebody else's repository makes of it, and never a device.
    private static string Allowed(Invocation call, string path) =>
        RepositoryBoundary.Around(Path.GetDirectoryName(path)!, call.AllowedOutside).Refusal(path) is { } refusal
            ? throw new UsageException($"{call.Show(path)} {refusal}")
            : path;

    private static string[] Files(string folder, string pattern, SearchOption depth)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = depth == SearchOption.AllDirectories,
            IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
            MatchCasing = MatchCasing.PlatformDefault,
        };
        var files = Directory.GetFiles(folder, pattern, options);
        Array.Sort(files, StringComparer.Ordinal);
        return files;
    }
}
