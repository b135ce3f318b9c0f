using System.Security.Cryptography;
using System.Text;

namespace FineTune.Build.Tests.Support;

/// <summary>
/// A list of the builds that a test run starts, in the file that FINETUNE_BUILDS names: what the projects are, a tab, and the command.
/// Its distinct lines are the build configurations that were tested.
/// </summary>
internal static class BuildList
{
    private static readonly string? List = Environment.GetEnvironmentVariable("FINETUNE_BUILDS");
    private static readonly string[] Projects = [".csproj", ".vbproj", ".fsproj", ".props", ".targets", ".sln", ".slnx"];

    /// <summary>Adds a build to the list, where there is one.</summary>
    public static void Add(Solution solution, string command, IEnumerable<string> arguments)
    {
        if (List is { Length: > 0 } && command != "restore")
        {
            var shown = string.Join(' ', arguments.Where(argument => argument != "--no-restore").Prepend(command));
            File.AppendAllText(List, $"{Digest(solution)}\t{shown.Replace(solution.Folder, ".", StringComparison.Ordinal)}\n");
        }
    }

    private static string Digest(Solution solution)
    {
        var projects = Directory.EnumerateFiles(solution.Folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(solution.Folder, file))
            .Where(path => Projects.Contains(Path.GetExtension(path)) && !path.Split(Path.DirectorySeparatorChar).Contains("obj"))
            .Order(StringComparer.Ordinal)
            .Select(path => $"{path}\n{File.ReadAllText(solution.At(path))}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(projects))))[..16];
    }
}
