using System.Runtime.InteropServices;
using System.Xml.Linq;
using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests.Packages;

/// <summary>The packages of FineTune.Tool: what is in them, and which of them the SDK takes.</summary>
[Collection(PackageTests.Name)]
public sealed class TheTool(PackedTool packed)
{
    private const string Pointer = "FineTune.Tool";
    private const string Portable = "FineTune.Tool.any";
    private const string Settings = "tools/net10.0/any/DotnetToolSettings.xml";
    private const string PortableFolder = "tools/net8.0/any/";

    private static readonly string Runtime = RuntimeInformation.RuntimeIdentifier;
    private static readonly string[] Runtimes = ["linux-arm64", "linux-musl-x64", "linux-x64", "osx-arm64", "osx-x64", "win-arm64", "win-x64"];

    [Fact]
    public void AReleaseNamesAPackageForEachRuntime()
    {
        Packages(packed.Released).ShouldBe([Pointer, Portable]);
        Named(packed.Released).ShouldBe([.. Runtimes.Append("any").Order(StringComparer.Ordinal).Select(runtime => (runtime, $"{Pointer}.{runtime}"))]);
    }

    [Fact]
    public void TheOneThatIsAskedForHoldsThePortableToolForOlderSdks()
    {
        var files = Files(packed.Released, Pointer);

        files.Where(path => path.StartsWith("tools/", StringComparison.Ordinal) && !path.StartsWith(PortableFolder, StringComparison.Ordinal)).ShouldBe([Settings]);
        files.ShouldContain(PortableFolder + "finetune-emulator.dll");
        var settings = Read(packed.Released, Pointer, PortableFolder + "DotnetToolSettings.xml");
        settings.Root!.Attribute("Version")!.Value.ShouldBe("1");
        var command = settings.Descendants("Command").ShouldHaveSingleItem();
        command.Attribute("Name")!.Value.ShouldBe("finetune");
        command.Attribute("Runner")!.Value.ShouldBe("dotnet");
        files.ShouldContain(PortableFolder + command.Attribute("EntryPoint")!.Value);
    }

    [Fact]
    public void ThePortableOneHasMachineCodeBesideForItsDotnet()
    {
        var code = $"{PortableFolder}runtimes/{Runtime}/lib/net8.0/FineTune.Core.dll";

        Files(packed.Released, Portable).ShouldContain(code);
        Files(packed.Released, Pointer).ShouldNotContain(code);
    }

    [Theory]
    [InlineData(Pointer)]
    [InlineData(Portable)]
    public void NoneHoldsSymbolsOrDocumentation(string package) => NothingForDebuggers(packed.Released, package);

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net9.0")]
    public void AnOlderSdkTakesThePortableTool(string framework)
    {
        // An SDK takes what is nearest to its own framework; the option stands in for an older SDK.
        using var installed = new InstalledTool(packed, packed.Released);

        installed.IntoAFolder("--framework", framework).ShouldBe(["finetune.tool"]);

        installed.ShouldWork(installed.At("tools"));
    }

    [Fact]
    public void ARuntimeThatHasNoPackageTakesThePortableOne()
    {
        using var installed = new InstalledTool(packed, packed.ForOtherRuntimes);

        installed.IntoAFolder().ShouldBe(["finetune.tool", "finetune.tool.any"]);

        installed.ShouldWork(installed.At("tools"));
    }

    [UnixFact]
    public void WithoutACompilerThePortableToolIsAll()
    {
        var (feed, output) = packed.WithoutCompiler;

        output.ShouldContain("FineTune.Tool: no C compiler here, so the portable package alone is made.");
        output.ShouldNotContain("warning");
        Packages(feed).ShouldBe([Pointer]);
        Files(feed, Pointer).ShouldNotContain(Settings);
        Files(feed, Pointer).ShouldContain($"{PortableFolder}runtimes/{Runtime}/lib/net8.0/FineTune.Core.dll");
        using var installed = new InstalledTool(packed, feed);
        installed.IntoAFolder().ShouldBe(["finetune.tool"]);
        installed.ShouldWork(installed.At("tools"));
    }

    [NativeFact]
    public void MachineCodeIsOneProgramAndItsEmulator()
    {
        var folder = $"tools/any/{Runtime}/";
        var program = OperatingSystem.IsWindows() ? ".exe" : "";
        string[] tools = [.. Files(packed.Own, $"{Pointer}.{Runtime}").Where(path => path.StartsWith("tools/", StringComparison.Ordinal))];

        Packages(packed.Own).ShouldBe([.. new[] { Pointer, Portable, $"{Pointer}.{Runtime}" }.Order(StringComparer.Ordinal)]);
        Named(packed.Own).ShouldBe([("any", Portable), (Runtime, $"{Pointer}.{Runtime}")]);
        tools.ShouldBe([folder + "DotnetToolSettings.xml", folder + "emulator/finetune-emulator" + program, folder + "finetune" + program]);
        NothingForDebuggers(packed.Own, $"{Pointer}.{Runtime}");
        new FileInfo(packed.FileOf(packed.Own, $"{Pointer}.{Runtime}")).Length.ShouldBeLessThan(32_000_000);
    }

    [NativeFact]
    public void MachineCodeIsInstalledInEveryWay()
    {
        using var installed = new InstalledTool(packed, packed.Own);

        installed.IntoAFolder().ShouldBe(["finetune.tool", "finetune.tool." + Runtime]);
        installed.ShouldWork(installed.At("tools"));

        installed.Dotnet("work", "tool", "install", "FineTune.Tool", "--global", "--version", packed.Version, "--add-source", packed.Own);
        installed.ShouldWork(installed.At("home", ".dotnet", "tools"));

        installed.Dotnet("work", "new", "tool-manifest");
        installed.Dotnet("work", "tool", "install", "FineTune.Tool", "--local", "--version", packed.Version, "--add-source", packed.Own);
        installed.Dotnet("work", "tool", "run", "finetune", "--version").ShouldMatch(@"^\d+\.\d+\.\d+\S*\n$");

        installed.Dotnet("elsewhere", "tool", "exec", "FineTune.Tool@" + packed.Version, "--yes", "--add-source", packed.Own, "--", "rules").ShouldContain("FT2009");
    }

    private void NothingForDebuggers(string feed, string package) =>
        Files(feed, package).Where(path => Path.GetExtension(path) is ".pdb" or ".dbg" || (path.EndsWith(".xml", StringComparison.Ordinal) && Path.GetFileName(path) is not ("DotnetToolSettings.xml" or "[Content_Types].xml"))).ShouldBeEmpty();

    private string[] Packages(string feed) =>
        [.. Directory.EnumerateFiles(feed).Select(file => Path.GetFileName(file).Replace($".{packed.Version}.nupkg", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private (string Runtime, string Package)[] Named(string feed) =>
        [.. Read(feed, Pointer, Settings).Descendants("RuntimeIdentifierPackage")
            .Select(package => (package.Attribute("RuntimeIdentifier")!.Value, package.Attribute("Id")!.Value)).OrderBy(package => package.Item1, StringComparer.Ordinal)];

    private List<string> Files(string feed, string package)
    {
        using var zip = packed.Open(feed, package);
        return [.. zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal)];
    }

    private XDocument Read(string feed, string package, string file)
    {
        using var zip = packed.Open(feed, package);
        return XDocument.Load(zip.GetEntry(file)!.Open());
    }
}
