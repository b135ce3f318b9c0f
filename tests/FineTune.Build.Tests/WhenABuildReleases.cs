using System.IO.Compression;
using System.Text;
using FineTune.Build.Tests.Support;
using FineTune.Core.Lockfile.Reading;

namespace FineTune.Build.Tests;

[Collection(PackageTests.Name)]
public sealed class WhenABuildReleases : IDisposable
{
    private const string Key = "sk-planted-4b1d9f27c3a84e6d90";

    private readonly PackedPackage package;
    private readonly Solution solution;

    public WhenABuildReleases(PackedPackage package)
    {
        this.package = package;
        solution = WhenALineIsBad.Console(package, "Größe & 'x' 100% (a@b) $HOME");
        solution.Write("data/train.jsonl", Sample.Lines());
    }

    [Fact]
    public void TheKeyReachesTheHostAndNothingElse()
    {
        solution.Run("restore").ShouldPass();
        using var host = new EmulatedHost(package.Installed("tools/net8.0/finetune-emulator.dll"), solution.Beside("host"));
        var environment = new Dictionary<string, string> { ["OPENAI_API_KEY"] = Key, ["AZURE_OPENAI_API_KEY"] = Key, ["HF_TOKEN"] = Key, ["OPENAI_BASE_URL"] = host.Address };

        var release = solution.Run(environment, "build", "--no-restore", "-t:FineTuneRelease", "-v:diag").ShouldPass();

        var version = LockReader.Read(solution.At("finetune.lock.json")).Lock!.Models["support-bot"].CurrentVersion!;
        (version.Provider.Kind, version.Number).ShouldBe(("openai", 1));
        release.Output.ShouldNotContain(Key);
        WhatItSays(release.Binlog).ShouldNotContain(Key);
        Directory.EnumerateFiles(solution.Folder, "*", SearchOption.AllDirectories).Where(HoldsTheKey).ShouldBeEmpty();

        solution.Write("Program.cs", "System.Console.WriteLine(app.FineTunedModels.SupportBot.Id);\n");
        var build = solution.Run(environment, "build", "--no-restore", "-v:diag").ShouldPass();
        build.Output.ShouldNotContain(Key);
        WhatItSays(build.Binlog).ShouldNotContain(Key);
        Dotnet.Run(solution.Folder, ["run", "--no-build"]).Output.Trim().ShouldBe(version.Model);

        // The emulator says what it is, also in the place of another host.
        solution.Run(environment, "build", "--no-restore", "-t:FineTuneVerifyLock").ShouldFail().Errors().ShouldHaveSingleItem().Code.ShouldBe("FT7007");
    }

    [FullFact]
    public void ArgumentsReachTheTool()
    {
        solution.Build("-t:FineTuneRelease", "-p:FineTuneReleaseArguments=--emulator --emulator-speed instant").ShouldPass();

        File.Exists(solution.At("finetune.lock.json")).ShouldBeFalse();
        LockReader.Read(solution.At("finetune.emulator.lock.json")).Lock!.Models["support-bot"].Current.ShouldBe(1);
    }

    [FullFact]
    public void BadDataIsNotReleased()
    {
        solution.Write("data/train.jsonl", Sample.LinesWithFault());

        var release = solution.Build("-t:FineTuneRelease", "-p:FineTuneReleaseArguments=--emulator").ShouldFail();

        release.Errors().Select(error => (error.Code ?? "", error.File, error.LineNumber, error.ColumnNumber)).ShouldBe(
            [("FT2009", "data/train.jsonl", 3, 41), ("", solution.At("app.csproj"), 0, 0)], ignoreOrder: true);
        release.Output.ShouldContain("nothing new was released: the data has errors, or a training failed");
        release.Output.ShouldNotContain("MSB3073");
        File.Exists(solution.At("finetune.emulator.lock.json")).ShouldBeFalse();
    }

    [FullFact]
    public void ABudgetThatIsTooSmallStopsItByItsCode()
    {
        solution.Write("finetune.yml", Sample.Manifest + "    budget: { max_cost_usd: 0.0001 }\n");

        var release = solution.Run(new Dictionary<string, string> { ["OPENAI_API_KEY"] = Key }, "build", "-t:FineTuneRelease").ShouldFail();

        release.Errors().Select(error => error.Code ?? "").ShouldBe(["FT8010", ""], ignoreOrder: true);
        release.Output.ShouldContain("nothing was released: the budget or a policy stopped it");
    }

    [FullFact]
    public void WithoutAManifestItSaysSo()
    {
        File.Delete(solution.At("finetune.yml"));

        solution.Build("-t:FineTuneRelease").ShouldFail().Diagnostics().ShouldHaveSingleItem().Code.ShouldBe("FT0001");
    }

    public void Dispose() => solution.Dispose();

    // A binary log is compressed, and embeds the project files in an archive of its own: those are looked at on disk.
    private static string WhatItSays(string binlog)
    {
        using var file = File.OpenRead(binlog);
        using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private static bool HoldsTheKey(string path)
    {
        var bytes = File.ReadAllBytes(path).AsSpan();
        return bytes.IndexOf(Encoding.UTF8.GetBytes(Key)) >= 0 || bytes.IndexOf(Encoding.Unicode.GetBytes(Key)) >= 0;
    }
}
