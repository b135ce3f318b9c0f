using FineTune.Core.Files;
using FineTune.Core.Findings;

namespace FineTune.Providers.Exec;

/// <summary>Shows what a trainer command prints, as its log grows.</summary>
internal sealed class LogTail(Action<string> lines)
{
    private const int MostBytes = 256 * 1024;
    private readonly Dictionary<string, long> read = new(StringComparer.Ordinal);

    /// <summary>Passes on the whole lines that were added since the last call.</summary>
    public void Show(RunFolder folder)
    {
        try
        {
            using var log = RegularFile.Open(folder.Log);
            var from = Math.Max(read.GetValueOrDefault(folder.JobId), log.Length - MostBytes);
            log.Seek(from, SeekOrigin.Begin);
            var bytes = new byte[log.Length - from];
            var end = bytes.AsSpan(0, log.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)).LastIndexOf((byte)'\n') + 1;
            foreach (var line in System.Text.Encoding.UTF8.GetString(bytes, 0, end).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                lines(SafeText.Clean(line));
            }
            read[folder.JobId] = from + end;
        }
        catch (IOException)
        {
            // It has printed nothing yet, or the log has gone: it is for people.
        }
    }
}
