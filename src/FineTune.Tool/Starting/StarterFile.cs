using FineTune.Core.Files;

namespace FineTune.Tool.Starting;

/// <summary>A file that <c>init</c> writes.</summary>
/// <param name="Name">Path relative to the folder, with <c>/</c>.</param>
/// <param name="Text">What it holds.</param>
/// <param name="Shared">Whether others write into it too: then only missing lines are added, and nothing is ever replaced.</param>
/// <param name="Ours">Whether it belongs to this version of the tool, so that another text in it is worth a word.</param>
internal sealed record StarterFile(string Name, string Text, bool Shared = false, bool Ours = false)
{
    /// <summary>Why it can't be written, as the end of a sentence about it; null where it can.</summary>
    /// <param name="folder">Absolute path of the folder.</param>
    /// <param name="boundary">What no link may lead out of.</param>
    public string? Refusal(string folder, RepositoryBoundary boundary)
    {
        var path = Path.Combine(folder, Name);
        return boundary.Refusal(path)
            ?? (Directory.Exists(path) ? "is a folder" : Path.Exists(path) ? PathText.Missing(path) : null);
    }

    /// <summary>Writes it.</summary>
    /// <param name="folder">Absolute path of the folder.</param>
    /// <param name="force">Whether a file that is there is replaced.</param>
    public Written Write(string folder, bool force)
    {
        var path = Path.Combine(folder, Name);
        if (Shared && File.Exists(path))
        {
            return Extend(path);
        }
        var isThere = Path.Exists(path);
        var isSame = isThere && Ours && File.ReadAllText(path).ReplaceLineEndings("\n") == Text;
        if (isThere && (!force || isSame))
        {
            return Ours && !isSame ? Written.Differs : Written.Kept;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Text);
        return isThere ? Written.Replaced : Written.New;
    }

    private Written Extend(string path)
    {
        var present = File.ReadAllText(path);
        var known = present.Split('\n', StringSplitOptions.TrimEntries);
        string[] missing = [.. Text.Split('\n').Where(line => line.Length > 0 && !known.Contains(line, StringComparer.Ordinal))];
        if (missing.Length == 0)
        {
            return Written.Kept;
        }
        var gap = present.Length == 0 || present.EndsWith('\n') ? "" : "\n";
        File.AppendAllText(path, gap + string.Join('\n', missing) + "\n");
        return Written.Extended;
    }
}
