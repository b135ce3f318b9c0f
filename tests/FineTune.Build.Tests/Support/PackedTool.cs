using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace FineTune.Build.Tests.Support;

/// <summary>The packages of the tool, each kind packed once, when the first test asks for it.</summary>
public sealed class PackedTool : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("finetune-packed-tool-").FullName;
    private readonly Lazy<string> released;
    private readonly Lazy<string> own;
    private readonly Lazy<string> portable;
    private readonly Lazy<(string Feed, string Output)> without;

    public PackedTool()
    {
        released = new(() => Pack("released", "-p:Released=true").Feed);
        own = new(() => Pack("own").Feed);
        portable = new(WithoutOwnRuntime);
        without = new(() => Pack("without", path: OnlyDotnet()));
    }

    public string Version { get; } = "0.1.0-test." + DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture);

    /// <summary>What a release makes on one machine, beside the machine code of each runtime.</summary>
    public string Released => released.Value;

    /// <summary>What a machine makes for itself.</summary>
    public string Own => own.Value;

    /// <summary>A release that has nothing for this machine's runtime.</summary>
    public string ForOtherRuntimes => portable.Value;

    /// <summary>What a machine makes that has the SDK alone, and what it says.</summary>
    public (string Feed, string Output) WithoutCompiler => without.Value;

    /// <summary>What lies in a package, without NuGet's own parts.</summary>
    public ZipArchive Open(string feed, string package) => ZipFile.OpenRead(FileOf(feed, package));

    public string FileOf(string feed, string package) => Path.Combine(feed, $"{package}.{Version}.nupkg");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private (string Feed, string Output) Pack(string name, string? property = null, string? path = null)
    {
        var feed = Path.Combine(folder, name);
        var (exitCode, output) = Dotnet.Run(Repository.Root,
            ["pack", Path.Combine("src", "FineTune.Tool"), "-c", Repository.Configuration, "-o", feed, "-p:PackageVersion=" + Version, .. property is null ? Array.Empty<string>() : [property], "-nr:false", "-tl:off", "-v", "m"],
            path is null ? null : new Dictionary<string, string> { ["PATH"] = path });
        exitCode.ShouldBe(0, output);
        return (feed, output);
    }

    // MSBuild starts every command with sh.
    private string OnlyDotnet()
    {
        var programs = Directory.CreateDirectory(Path.Combine(folder, "programs")).FullName;
        File.CreateSymbolicLink(Path.Combine(programs, "dotnet"), Environment.ProcessPath!);
        File.CreateSymbolicLink(Path.Combine(programs, "sh"), "/bin/sh");
        return programs;
    }

    private string WithoutOwnRuntime()
    {
        var feed = Directory.CreateDirectory(Path.Combine(folder, "others")).FullName;
        foreach (var package in Directory.EnumerateFiles(Released))
        {
            File.Copy(package, Path.Combine(feed, Path.GetFileName(package)));
        }
        using var zip = ZipFile.Open(FileOf(feed, "FineTune.Tool"), ZipArchiveMode.Update);
        using var settings = zip.GetEntry("tools/net10.0/any/DotnetToolSettings.xml")!.Open();
        using var reader = new StreamReader(settings, leaveOpen: true);
        var others = string.Join('\n', reader.ReadToEnd().Split('\n').Where(line => line.Contains("\"any\"", StringComparison.Ordinal) || !line.Contains("<RuntimeIdentifierPackage ", StringComparison.Ordinal)));
        settings.SetLength(0);
        settings.Write(Encoding.UTF8.GetBytes(others));
        return feed;
    }
}
