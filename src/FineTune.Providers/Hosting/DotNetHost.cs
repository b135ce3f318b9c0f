namespace FineTune.Providers.Hosting;

/// <summary>The <c>dotnet</c> that runs our own programs.</summary>
internal static class DotNetHost
{
    private static string Name => OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    /// <summary>Its path, or its name where only the PATH knows it.</summary>
    /// <param name="variables">Reads a variable of the environment; null where it is not set.</param>
    public static string Find(Func<string, string?> variables) =>
        variables("DOTNET_HOST_PATH") is { Length: > 0 } host ? host
        : Environment.ProcessPath is { } self && Path.GetFileName(self) == Name ? self
        : variables("DOTNET_ROOT") is { Length: > 0 } root && File.Exists(Path.Combine(root, Name)) ? Path.Combine(root, Name)
        : Name;
}
