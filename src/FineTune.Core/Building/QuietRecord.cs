using System.Globalization;
using System.Text;
using FineTune.Core.Files;

namespace FineTune.Core.Building;

/// <summary>
/// What a target that had nothing to say depends on: by it the targets themselves know that there is still nothing to say, and an
/// ordinary build loads no assembly of ours. Two files: <c>.paths</c> names what to look at, <c>.quiet</c> is how it looked.
/// </summary>
/// <param name="stem">Absolute path of the two files without their extension.</param>
/// <param name="settings">Everything that matters and is no file, as the targets put it together; null or empty where they do not ask.</param>
internal sealed class QuietRecord(string stem, string? settings)
{
    // A target looks at one path after another: with more, the task is faster.
    private const int MostPaths = 200;

    // What MSBuild reads into a path, or into the quotes around one.
    private const string Plain = "/._-: +~=,@";

    /// <summary>Writes the record, or removes it where there is something to say or nobody knows what was read.</summary>
    /// <param name="quiet">Nothing was found.</param>
    /// <param name="read">What was read; null where that is not known.</param>
    /// <param name="began">When it began to be read.</param>
    /// <param name="written">Absolute paths of what was written.</param>
    public void Write(bool quiet, IReadOnlyList<FileStamp>? read, DateTime began, params IEnumerable<string> written)
    {
        if (settings is not { Length: > 0 })
        {
            return;
        }
        var seen = (read ?? []).Concat(written.Select(FileStamp.Of)).SelectMany(Looks).DistinctBy(look => look.Path).ToArray();
        try
        {
            if (!quiet || read is null || seen.Length > MostPaths || read.Any(stamp => stamp.IsTooFresh(began)) || !seen.All(look => IsPlain(look.Path)))
            {
                File.Delete(stem + ".quiet");
                return;
            }
            Directory.CreateDirectory(Path.GetDirectoryName(stem)!);
            Put(".paths", string.Join(';', seen.Select(look => look.Path)));
            Put(".quiet", settings + string.Concat(seen.Select(look => string.Create(CultureInfo.InvariantCulture, $"|{look.Ticks}"))));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next build asks the task once more.
        }
    }

    private void Put(string extension, string text) => AtomicFile.WriteWhereDifferent(stem + extension, Encoding.UTF8.GetBytes(text), durable: false);

    // MSBuild is told the time of a link, not of what it leads to: both are looked at. What is not there has the first time of Windows.
    private static IEnumerable<(string Path, long Ticks)> Looks(FileStamp stamp) => stamp.Target == stamp.Path
        ? [(stamp.Path, stamp.Bytes < 0 ? DateTime.FromFileTimeUtc(0).Ticks : stamp.WrittenTicks)]
        : [(stamp.Path, File.GetLastWriteTimeUtc(stamp.Path).Ticks), (stamp.Target, stamp.WrittenTicks)];

    private static bool IsPlain(string path) =>
        path.All(c => char.IsLetterOrDigit(c) || Plain.Contains(c) || (c == '\\' && OperatingSystem.IsWindows())) && path.Trim() == path;
}
