using FineTune.Core.Files;
using FineTune.Core.Manifest.Globbing;
using FineTune.Core.Manifest.Reading;

namespace FineTune.Tool.CommandLine;

/// <summary>Turns what a command line names into dataset files.</summary>
internal static class DataPaths
{
    private const string InFolder = "**/*.jsonl";

    /// <summary>Files as they are, a folder's JSONL files, globs as in a manifest, and <c>-</c> for what comes on stdin.</summary>
    public static NamedFiles Find(Invocation call, IReadOnlyList<string>? names, CancellationToken cancellation)
    {
        var (files, faults) = (new List<string>(), new List<string>());
        foreach (var name in names ?? [])
        {
            var (found, fault) = Find(call, name, cancellation);
            files.AddRange(found);
            if (fault is not null)
            {
                faults.Add($"{(name.Length == 0 ? "\"\"" : call.Show(call.Resolve(name)))} {fault}");
            }
        }
        return new([.. files.Distinct(StringComparer.Ordinal)], [.. faults.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Bytes that linting will read, for a progress bar; what can't be known counts as nothing.</summary>
    public static long TotalBytes(Invocation call, string? manifest, IReadOnlyList<string> paths)
    {
        var files = paths.Count > 0 || manifest is null ? paths
            : ManifestReader.Read(manifest, call.AllowedOutside).Manifest?.Models.SelectMany(model => model.Training.Files.Concat(model.Validation?.Files ?? [])) ?? [];
        return files.Select(path => new FileInfo(path)).Where(file => file.Exists).Sum(file => file.Length);
    }

    private static GlobFiles Find(Invocation call, string name, CancellationToken cancellation)
    {
        if (name == StandardInput.Name)
        {
            return new([call.ReadInput(cancellation).Path], null);
        }
        if (name.Length == 0)
        {
            return new([], "is no path");
        }
        var path = call.Resolve(name);
        if (Directory.Exists(path))
        {
            return OfFolder(call, path);
        }
        if (File.Exists(path))
        {
            return OfFile(call, path);
        }
        // DVC keeps data out of git: what stands in for it, the linter tells.
        return File.Exists(path + ".dvc") ? new([path], null)
            : GlobFiles.IsGlob(name) ? GlobFiles.Find(name, call.Surroundings.Folder, folder => Around(call, folder))
            : new([], "is not there");
    }

    // What a folder holds that can't be read is a finding: nobody has named it.
    private static GlobFiles OfFolder(Invocation call, string folder)
    {
        var found = GlobFiles.Find(InFolder, folder, _ => Around(call, folder));
        return found.Fault == GlobFiles.NoMatch ? new([], "holds no .jsonl file") : found;
    }

    // Who names a file means it, but not what a link of somebody else's repository makes of it, and never a device.
    private static GlobFiles OfFile(Invocation call, string path)
    {
        if (Around(call, Path.GetDirectoryName(path)!).Refusal(path) is { } refusal)
        {
            return new([], refusal);
        }
        if (PathText.Missing(path) is { } missing)
        {
            return new([], missing);
        }
        try
        {
            File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete).Dispose();
            return new([path], null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new([], $"can't be read: {IOFault.Describe(e)}");
        }
    }

    private static RepositoryBoundary Around(Invocation call, string folder) => RepositoryBoundary.Around(folder, call.AllowedOutside);
}
