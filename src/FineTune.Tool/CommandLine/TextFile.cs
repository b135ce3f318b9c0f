using FineTune.Core.Files;
using FineTune.Tool.Terminal;

namespace FineTune.Tool.CommandLine;

/// <summary>Files that a command line asks to be written.</summary>
internal static class TextFile
{
    /// <summary>Writes a file.</summary>
    /// <exception cref="UsageException">It can't be written.</exception>
    public static void Write(Invocation call, string name, string text)
    {
        var path = call.Resolve(name);
        try
        {
            File.WriteAllText(path, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{call.Show(path)} can't be written: {IOFault.Describe(e)}");
        }
    }
}
