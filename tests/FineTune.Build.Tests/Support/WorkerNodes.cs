using System.Diagnostics;

namespace FineTune.Build.Tests.Support;

/// <summary>MSBuild's worker processes that stay behind builds with one package folder, found where Linux lists processes.</summary>
internal static class WorkerNodes
{
    /// <summary>Ids of their processes.</summary>
    public static IReadOnlyList<int> Of(PackedPackage package) =>
        [.. Directory.EnumerateDirectories("/proc").Select(folder => int.TryParse(Path.GetFileName(folder), out var id) ? id : 0).Where(id => IsOne(id, package.Packages))];

    /// <summary>Ends them.</summary>
    public static void End(PackedPackage package)
    {
        foreach (var process in Process.GetProcesses().IntersectBy(Of(package), process => process.Id))
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }
    }

    private static bool IsOne(int id, string packages)
    {
        try
        {
            return id > 0 && File.ReadAllText($"/proc/{id}/cmdline").Contains("nodemode:1", StringComparison.OrdinalIgnoreCase)
                && File.ReadAllText($"/proc/{id}/environ").Split('\0').Contains("NUGET_PACKAGES=" + packages);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
