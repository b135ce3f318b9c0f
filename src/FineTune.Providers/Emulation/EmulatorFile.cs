using System.Diagnostics;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.Emulation;

/// <summary>The emulator beside the running program: machine code, or a portable assembly that <c>dotnet</c> runs.</summary>
internal static class EmulatorFile
{
    private const string Name = "finetune-emulator";
    private const string Assembly = Name + ".dll";

    /// <summary>Its absolute path; null where it is not there.</summary>
    public static string? Find()
    {
        var folder = AppContext.BaseDirectory;
        string[] files =
        [
            Path.Combine(folder, "emulator", OperatingSystem.IsWindows() ? Name + ".exe" : Name),
            Path.Combine(folder, Assembly),
            // The package FineTune.Build has one emulator for the tools of all runtimes.
            Path.Combine(folder, "..", "net8.0", Assembly),
        ];
        return files.Select(Path.GetFullPath).FirstOrDefault(File.Exists);
    }

    /// <summary>How it is started.</summary>
    /// <param name="program">Its absolute path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="variables">Reads a variable of the environment; null where it is not set.</param>
    public static ProcessStartInfo Start(string program, IEnumerable<string> arguments, Func<string, string?> variables)
    {
        var isAssembly = Path.GetExtension(program) == ".dll";
        var start = new ProcessStartInfo(isAssembly ? DotNetHost.Find(variables) : program) { UseShellExecute = false };
        foreach (var argument in isAssembly ? arguments.Prepend(program) : arguments)
        {
            start.ArgumentList.Add(argument);
        }
        return start;
    }
}
