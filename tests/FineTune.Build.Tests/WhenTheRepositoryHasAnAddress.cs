using System.IO.Compression;
using System.Reflection.Metadata;
using System.Text;
using System.Xml.Linq;
using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests;

/// <summary>The package as it is packed from a clone of the repository at an address, and with that address as its own.</summary>
[Collection(PackageTests.Name)]
public sealed class WhenTheRepositoryHasAnAddress : IDisposable
{
    private const string Address = "https://github.com/contoso/finetune";
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";

    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
    private static readonly string[] LeftOut = [".git", "tests", "benchmarks", "examples", "bin", "obj"];

    private readonly PackedPackage package;
    private readonly Solution solution;
    private readonly string version;

    public WhenTheRepositoryHasAnAddress(PackedPackage package)
    {
        this.package = package;
        version = package.Version + ".address";
        solution = WhenALineIsBad.Console(package);
        solution.Write("app.csproj", File.ReadAllText(solution.At("app.csproj")).Replace($"\"{package.Version}\"", $"\"{version}\"", StringComparison.Ordinal));
    }

    [FullFact]
    public void FindingsAndSymbolsLeadThere()
    {
        Pack(Clone());

        Nuspec().Descendants().Single(element => element.Name.LocalName == "repository").Attribute("url")!.Value.ShouldBe(Address);
        foreach (var symbols in new[] { "FineTune.Build.pdb", "FineTune.Core.pdb" })
        {
            SourcesOf($"tasks/net8.0/{symbols}").ShouldContain($"https://raw.githubusercontent.com/contoso/finetune/{Commit}/*");
        }

        solution.Write("data/train.jsonl", Sample.LinesWithFault());
        solution.Run("restore").ShouldPass();
        var (exitCode, screen) = Terminal.Build(solution);
        exitCode.ShouldBe(1, screen);
        screen.ShouldContain($"\e]8;;{Address}/blob/main/docs/rules/FT2009.md\e\\FT2009\e]8;;\e\\", Case.Sensitive, screen);
    }

    public void Dispose() => solution.Dispose();

    private string Clone()
    {
        var clone = solution.Beside("clone");
        foreach (var file in Directory.EnumerateFiles(Repository.Root, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(Repository.Root, file);
            if (!path.Split(Path.DirectorySeparatorChar).Any(LeftOut.Contains))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(clone, path))!);
                File.Copy(file, Path.Combine(clone, path));
            }
        }
        Directory.CreateDirectory(Path.Combine(clone, ".git", "objects"));
        Directory.CreateDirectory(Path.Combine(clone, ".git", "refs"));
        File.WriteAllText(Path.Combine(clone, ".git", "HEAD"), Commit + "\n");
        File.WriteAllText(Path.Combine(clone, ".git", "config"), $"[remote \"origin\"]\n\turl = {Address}.git\n");
        return clone;
    }

    private void Pack(string clone)
    {
        var (exitCode, output) = Dotnet.Run(clone,
        [
            "pack", Path.Combine("src", "FineTune.Build"), "-o", package.Feed, "-p:FineTuneRepositoryUrl=" + Address,
            "-p:PackageVersion=" + version, "-p:PackNative=false", "-p:RunAnalyzers=false", "-nr:false", "-v", "q",
        ]);
        exitCode.ShouldBe(0, output);
    }

    private XDocument Nuspec()
    {
        using var zip = ZipFile.OpenRead(Path.Combine(package.Feed, $"FineTune.Build.{version}.nupkg"));
        using var nuspec = zip.GetEntry("FineTune.Build.nuspec")!.Open();
        return XDocument.Load(nuspec);
    }

    private string SourcesOf(string symbols)
    {
        using var zip = ZipFile.OpenRead(Path.Combine(package.Feed, $"FineTune.Build.{version}.snupkg"));
        using var unpacked = new MemoryStream();
        using (var packed = zip.GetEntry(symbols)!.Open())
        {
            packed.CopyTo(unpacked);
        }
        unpacked.Position = 0;
        using var provider = MetadataReaderProvider.FromPortablePdbStream(unpacked);
        var reader = provider.GetMetadataReader();
        return reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation)
            .Where(information => reader.GetGuid(information.Kind) == SourceLink)
            .Select(information => Encoding.UTF8.GetString(reader.GetBlobBytes(information.Value)))
            .ShouldHaveSingleItem();
    }
}
