using System.Text;
using FineTune.Core.Files;

namespace FineTune.Core.Building;

/// <summary>
/// A list of the files that a lint depends on, which the targets read when the project is loaded: Visual Studio starts no build
/// while nothing that it knows of changed.
/// </summary>
internal static class UpToDateInputs
{
    /// <summary>Writes the list, a path a line, where it differs.</summary>
    public static void Write(string folder, IReadOnlyList<string> paths)
    {
        if (paths.Count > 0)
        {
            Directory.CreateDirectory(folder);
            AtomicFile.WriteWhereDifferent(Path.Combine(folder, "inputs.txt"), Encoding.UTF8.GetBytes(string.Join('\n', paths)), durable: false);
        }
    }
}
