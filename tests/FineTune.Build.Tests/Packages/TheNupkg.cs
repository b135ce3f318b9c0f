using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml.Linq;
using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests.Packages;

[Collection(PackageTests.Name)]
public sealed class TheNupkg(PackedPackage package)
{
    private static readonly string Runtime = RuntimeInformation.RuntimeIdentifier;

    [Fact]
    public void HoldsWhatItShould()
    {
        // Machine code is made for the runtime that packs; a release names more.
        string[] contents = [.. package.Contents().Select(path => path.Replace(Runtime, "RID", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

        Approved.ShouldBe(string.Join('\n', contents) + "\n", "TheNupkg");
    }

    [Fact]
    public void BringsNothingElseToItsUsers()
    {
        using var zip = ZipFile.OpenRead(package.File);
        var nuspec = XDocument.Load(zip.GetEntry("FineTune.Build.nuspec")!.Open());
        string[] Values(string name) => [.. nuspec.Descendants().Where(element => element.Name.LocalName == name).Select(element => element.Value)];

        Values("dependency").ShouldBeEmpty();
        Values("developmentDependency").ShouldBe(["true"]);
        Values("readme").ShouldBe(["README.md"]);
        Values("icon").ShouldBe(["icon.png"]);
        Values("license").ShouldBe(["MIT"]);
        new FileInfo(package.File).Length.ShouldBeLessThan(16_000_000);
    }

    [Fact]
    public void NamesWhoseAssembliesItBrings()
    {
        using var zip = ZipFile.OpenRead(package.File);
        using var reader = new StreamReader(zip.GetEntry("THIRD-PARTY-NOTICES.txt")!.Open());
        var named = reader.ReadToEnd().Split('\n').Select(line => line.Trim()).ToHashSet(StringComparer.Ordinal);

        package.Contents().Where(path => path.EndsWith(".dll", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension).Distinct()
            .Where(name => !name!.StartsWith("finetune", StringComparison.OrdinalIgnoreCase) && !named.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void HasItsSymbolsBeside()
    {
        using var zip = ZipFile.OpenRead(Path.ChangeExtension(package.File, ".snupkg"));

        zip.Entries.Select(entry => entry.FullName).Where(path => path.EndsWith(".pdb", StringComparison.Ordinal))
            .ShouldBe(["tasks/net8.0/FineTune.Build.pdb", "tasks/net8.0/FineTune.Core.pdb"], ignoreOrder: true);
    }
}
