using System.Diagnostics;

namespace FineTune.Build.Tests.Support;

/// <summary>A terminal, which the terminal logger needs.</summary>
internal static class Terminal
{
    /// <summary>Builds a restored solution there; the screen is returned with its escape sequences.</summary>
    public static (int ExitCode, string Screen) Build(Solution solution)
    {
        var start = new ProcessStartInfo("script", ["-qec", "dotnet build --no-restore -tl:on -nr:false -p:NuGetAudit=false", "/dev/null"])
        {
            WorkingDirectory = solution.Folder,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        start.Environment["NUGET_PACKAGES"] = solution.Packages;
        start.Environment["FINETUNE_TODAY"] = "2026-01-15";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["TERM"] = "xterm-256color";
        start.Environment["COLUMNS"] = "240";
        start.Environment.Remove("CI");
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var screen = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, screen);
    }
}
