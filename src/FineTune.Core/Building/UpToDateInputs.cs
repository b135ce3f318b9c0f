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
        var text = string.Join('\n', paths);
        var file = Path.Combine(folder, "inputs.txt");
        if (paths.Count > 0 && (!File.Exists(file) || File.ReadAllText(file) != text))
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(file, text);
        }
    }
}
