using System.Runtime.CompilerServices;

namespace FineTune.Tests;

/// <summary>Compares with a file beside the test; what differs is left as <c>.received.txt</c> to look at and rename.</summary>
internal static class Approved
{
    public static void ShouldBe(string actual, string name, [CallerFilePath] string test = "")
    {
        var approved = Path.Combine(Path.GetDirectoryName(test)!, $"{name}.approved.txt");
        var received = Path.Combine(Path.GetDirectoryName(test)!, $"{name}.received.txt");
        if (File.Exists(approved) && File.ReadAllText(approved).ReplaceLineEndings("\n") == actual)
        {
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, actual);
        actual.ShouldBe(File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "");
    }
}
