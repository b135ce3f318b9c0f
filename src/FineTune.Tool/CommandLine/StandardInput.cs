using FineTune.Core.Files;
using FineTune.Core.Reporting;
using FineTune.Tool.Terminal;

namespace FineTune.Tool.CommandLine;

/// <summary>The data that <c>-</c> stands for: kept in a file while it is looked at, since it is read more than once and may be of any size.</summary>
internal sealed class StandardInput : IDisposable
{
    /// <summary>How a command line names it.</summary>
    public const string Name = "-";

    /// <summary>How it is shown.</summary>
    public const string Shown = ReportContent.InputName;

    private readonly TemporaryFolder folder = new("finetune-");

    private StandardInput()
    {
    }

    /// <summary>Absolute path of the file.</summary>
    // A message that names a file by its last part names it as it is shown.
    public string Path => System.IO.Path.Combine(folder.Path, OperatingSystem.IsWindows() ? "stdin" : Shown);

    /// <summary>Reads it to its end.</summary>
    /// <exception cref="UsageException">It can't be kept.</exception>
    /// <exception cref="OperationCanceledException">Nobody wants it any more.</exception>
    public static StandardInput Read(Surroundings surroundings, CancellationToken cancellation)
    {
        StandardInput? input = null;
        try
        {
            input = new();
            using var file = new FileStream(input.Path, FileMode.CreateNew, FileAccess.Write);
            using var stream = surroundings.InputBytes();
            // A read from a pipe that nobody writes to can't be cancelled, only left behind.
            stream.CopyToAsync(file, cancellation).WaitAsync(cancellation).GetAwaiter().GetResult();
            return input;
        }
        catch (Exception e)
        {
            input?.Dispose();
            if (e is IOException or UnauthorizedAccessException)
            {
                throw new UsageException($"stdin can't be kept in {System.IO.Path.GetTempPath()}: {IOFault.Describe(e)}");
            }
            throw;
        }
    }

    public void Dispose() => folder.Dispose();
}
