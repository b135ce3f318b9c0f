namespace FineTune.Providers.Tests.Hosting;

/// <summary>The emulator as this build made it.</summary>
internal static class EmulatorProgram
{
    /// <summary>Absolute path of finetune-emulator.dll.</summary>
    public static string Path { get; } = System.IO.Path.Combine(
        Repository, "src", "FineTune.Emulator", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net8.0", "finetune-emulator.dll");

    /// <summary>Absolute path of the repository.</summary>
    public static string Repository => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Parent!.Parent!.Parent!.Parent!.FullName;
}
