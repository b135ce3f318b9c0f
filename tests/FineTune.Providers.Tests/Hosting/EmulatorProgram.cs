namespace FineTune.Providers.Tests.Hosting;

/// <summary>The emulator as this build made it.</summary>
internal static class EmulatorProgram
{
    /// <summary>Absolute path of finetune-emulator.dll.</summary>
    public static string Path
    {
        get
        {
            var output = new DirectoryInfo(AppContext.BaseDirectory);
            var configuration = output.Parent!.Name;
            var root = output.Parent.Parent!.Parent!.Parent!.Parent!.FullName;
            return System.IO.Path.Combine(root, "src", "FineTune.Emulator", "bin", configuration, "net8.0", "finetune-emulator.dll");
        }
    }
}
