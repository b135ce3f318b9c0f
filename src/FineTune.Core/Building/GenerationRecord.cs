using System.Globalization;
using FineTune.Core.Files;

namespace FineTune.Core.Building;

/// <summary>What generated source was made from: a text file beside it, by which the next build knows that nothing changed.</summary>
/// <param name="path">Absolute path of the record.</param>
/// <param name="settings">Everything that matters and is not a file.</param>
internal sealed class GenerationRecord(string path, params string[] settings)
{
    // A file server may tell the time by another clock than ours, and to make the source once more costs nothing.
    private static readonly TimeSpan OtherClock = TimeSpan.FromSeconds(2);

    private string Head => string.Join(' ', settings.Select(setting => setting.ReplaceLineEndings("")));

    /// <summary>The files of the record as they look now; none where there is no record.</summary>
    public IReadOnlyList<FileStamp> Look()
    {
        try
        {
            return [.. File.ReadAllLines(path).Skip(1).Select(line => FileStamp.Of(PathIn(line)))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Whether the record fits the settings, and its files look as they did.</summary>
    public bool IsCurrent()
    {
        try
        {
            var lines = File.ReadAllLines(path);
            return lines.Length > 1 && lines[0] == Head && lines.Skip(1).All(line => line == Line(PathIn(line)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Writes the record of the files.</summary>
    /// <param name="files">Absolute paths.</param>
    /// <param name="read">When they began to be read: of one that was written about then, nobody knows what was read.</param>
    public void Write(IReadOnlyList<string> files, DateTime read)
    {
        if (!files.Any(file => FileStamp.Of(file).IsTooFresh(read - OtherClock)))
        {
            File.WriteAllLines(path, [Head, .. files.Select(Line)]);
        }
    }

    private static string PathIn(string line) => line[(line.LastIndexOf('\t') + 1)..];

    private static string Line(string file)
    {
        var stamp = FileStamp.Of(file);
        return string.Create(CultureInfo.InvariantCulture, $"{stamp.Bytes}\t{stamp.WrittenTicks}\t{file}");
    }
}
