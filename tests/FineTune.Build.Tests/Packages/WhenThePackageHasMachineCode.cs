using System.Runtime.InteropServices;
using FineTune.Build.Tests.Support;
using FineTune.Core.Lockfile.Reading;

namespace FineTune.Build.Tests.Packages;

/// <summary>The tool that the package carries for the machines that build.</summary>
public sealed class WhenThePackageHasMachineCode
{
    [NativeFact]
    public void ThatOneReleasesAndThePortableOneWhereItMayNotRun()
    {
        using var package = PackedPackage.WithMachineCode();
        using var solution = WhenALineIsBad.Console(package);
        solution.Write("finetune.yml", Sample.Manifest.Replace("openai", "emulator", StringComparison.Ordinal));
        solution.Write("data/train.jsonl", Sample.Lines());
        solution.Run("restore").ShouldPass();
        var program = OperatingSystem.IsWindows() ? ".exe" : "";
        var native = package.Installed($"tools/{RuntimeInformation.RuntimeIdentifier}/finetune{program}");
        var portable = package.Installed("tools/net8.0/finetune.dll");
        package.Contents().ShouldContain($"tools/{RuntimeInformation.RuntimeIdentifier}/finetune{program}");
        new FileInfo(package.File).Length.ShouldBeLessThan(40_000_000);

        // Whoever starts the other one fails.
        File.Move(portable, portable + ".away");
        Released(solution).ShouldBe(1);
        solution.Build("-p:FineTuneEngine=tool").ShouldPass();
        File.Move(portable + ".away", portable);

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(native, UnixFileMode.UserRead);
            solution.Write("data/train.jsonl", Sample.Lines(80));
            Released(solution).ShouldBe(2);
        }
    }

    private static int Released(Solution solution)
    {
        solution.Run(new Dictionary<string, string> { ["FINETUNE_EMULATOR_SPEED"] = "instant" }, "build", "--no-restore", "-t:FineTuneRelease").ShouldPass();
        return LockReader.Read(solution.At("finetune.lock.json")).Lock!.Models["support-bot"].Current!.Value;
    }
}
