using System.ComponentModel;
using System.Diagnostics;

namespace FineTune.Tool.Tests.Releasing;

/// <summary>A test that mounts a disk of its own, which Linux lets anybody do in a name space of his own, unless it is told not to.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MountFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> Can = new(CanMount);

    public MountFactAttribute() => Skip = Can.Value ? null : "no disk can be mounted here: it takes Linux, unshare and user name spaces";

    private static bool CanMount()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("unshare", ["-rm", "mount", "-t", "tmpfs", "none", "/mnt"]) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
