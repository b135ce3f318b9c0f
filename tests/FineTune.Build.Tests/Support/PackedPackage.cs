using System.Globalization;
using System.IO.Compression;

namespace FineTune.Build.Tests.Support;

/// <summary>The package, packed once for all tests under a version of its own, with an empty package folder to restore into.</summary>
public sealed class PackedPackage : IDisposable
{
    public PackedPackage()
        : this(native: false)
    {
    }

    private PackedPackage(bool native)
    {
        Folder = Directory.CreateTempSubdirectory("finetune-package-").FullName;
        Version = "0.1.0-test." + DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture);
        var (exitCode, output) = Dotnet.Run(Repository.Root,
        [
            "pack", Path.Combine("src", "FineTune.Build"), "-c", Repository.Configuration, "-o", Feed,
            "-p:PackageVersion=" + Version, $"-p:PackNative={native}", "-nr:false", "-v", "q",
        ]);
        exitCode.ShouldBe(0, output);
    }

    /// <summary>The package with the tool as machine code for this machine, which takes a minute to make.</summary>
    public static PackedPackage WithMachineCode() => new(native: true);

    /// <summary>Holds everything that the tests write.</summary>
    public string Folder { get; }

    public string Version { get; }

    public string Feed => Path.Combine(Folder, "feed");

    public string Packages => Path.Combine(Folder, "packages");

    public string File => Path.Combine(Feed, $"FineTune.Build.{Version}.nupkg");

    /// <summary>Absolute path of one of its files, once a project was restored with it.</summary>
    public string Installed(string path) => Path.Combine(Packages, "finetune.build", Version, path);

    /// <summary>Paths in the package, without NuGet's own parts.</summary>
    public IReadOnlyList<string> Contents()
    {
        using var zip = ZipFile.OpenRead(File);
        return [.. zip.Entries.Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
            .Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
