using System.Text;
using FineTune.Core.Findings;
using FineTune.Tool.CommandLine;

namespace FineTune.Tool.Screens;

/// <summary>Prints a diff: byte for byte into a pipe or file, so that it can be applied; harmless on a terminal.</summary>
internal static class DiffScreen
{
    /// <summary>Runs what writes the diff.</summary>
    public static T Show<T>(Invocation call, Func<Stream, T> write)
    {
        if (!call.Surroundings.OutputIsTerminal && call.Output is StreamWriter output)
        {
            output.Flush();
            return write(output.BaseStream);
        }
        using var diff = new MemoryStream();
        var result = write(diff);
        foreach (var line in Encoding.UTF8.GetString(diff.GetBuffer(), 0, (int)diff.Length).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            call.Output.Write(Painted(call, SafeText.Clean(line.TrimEnd('\r'))) + "\n");
        }
        return result;
    }

    private static string Painted(Invocation call, string line) => line[0] switch
    {
        '+' => call.Ink.Green(line),
        '-' => call.Ink.Red(line),
        '@' => call.Ink.Dim(line),
        _ => line,
    };
}
