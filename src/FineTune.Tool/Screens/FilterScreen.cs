using FineTune.Tool.CommandLine;

namespace FineTune.Tool.Screens;

/// <summary>Prints a file that the tool was given on stdin: byte for byte into a pipe or file; harmless on a terminal.</summary>
internal static class FilterScreen
{
    /// <summary>Prints it to its end.</summary>
    public static void Show(Invocation call, string path)
    {
        if (!call.Surroundings.OutputIsTerminal && call.Output is StreamWriter output)
        {
            output.Flush();
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read);
            file.CopyTo(output.BaseStream);
            return;
        }
        foreach (var line in File.ReadLines(path))
        {
            call.Text.Write(line + "\n");
        }
    }
}
