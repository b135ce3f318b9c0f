namespace FineTune.Tool.CommandLine;

/// <summary>Turns what a command line names into dataset files.</summary>
internal static class DataPaths
{
    /// <summary>Absolute paths: files as they are, a folder's JSONL files, and globs that the shell did not expand.</summary>
    /// <exception cref="UsageException">Something named is not there, or matches nothing.</exception>
    public static IReadOnlyList<string> Expand(Invocation call, IReadOnlyList<string> names) =>
        [.. names.SelectMany(name => Expand(call, name)).Distinct(StringComparer.Ordinal)];

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
