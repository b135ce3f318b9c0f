using System.CommandLine;

namespace FineTune.Tool.Projects;

/// <summary>The option <c>--emulator</c>.</summary>
internal static class EmulatorOption
{
    public static Option<bool> Make() => new("--emulator")
    {
        Description = "The local emulator takes the place of every provider, with a lock of its own",
    };
}
