using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace FineTune.Build.Tests.Support;

/// <summary>The package under another version: the same files, but the tasks' assemblies are of another identity, as another build's are.</summary>
internal static class OtherVersion
{
    /// <summary>Adds it to the feed, once.</summary>
    /// <returns>Its version.</returns>
    public static string Of(PackedPackage package)
    {
        var version = package.Version + ".other";
        var file = Path.Combine(package.Feed, $"FineTune.Build.{version}.nupkg");
        if (!File.Exists(file))
        {
            File.Copy(package.File, file);
            using var zip = ZipFile.Open(file, ZipArchiveMode.Update);
            Rewrite(zip, package.Version, version);
        }
        return version;
    }

    private static void Rewrite(ZipArchive zip, string oldVersion, string version)
    {
        var nuspec = zip.GetEntry("FineTune.Build.nuspec")!;
        Write(nuspec, System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(Read(nuspec)).Replace($">{oldVersion}<", $">{version}<", StringComparison.Ordinal)));

        ZipArchiveEntry[] assemblies = [.. zip.Entries.Where(entry => entry.FullName.StartsWith("tasks/", StringComparison.Ordinal) && entry.Name.StartsWith("FineTune.", StringComparison.Ordinal) && entry.Name.EndsWith(".dll", StringComparison.Ordinal))];
        var identities = assemblies.Select(Identity).Distinct().ToDictionary(identity => identity, _ => Guid.NewGuid());
        foreach (var assembly in assemblies)
        {
            // Machine code also names the identities of the assemblies that it was made with.
            var bytes = Read(assembly);
            foreach (var (old, other) in identities)
            {
                Replace(bytes, old.ToByteArray(), other.ToByteArray());
            }
            Write(assembly, bytes);
        }
    }

    private static Guid Identity(ZipArchiveEntry assembly)
    {
        using var image = new PEReader([.. Read(assembly)]);
        var metadata = image.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }

    private static void Replace(Span<byte> bytes, ReadOnlySpan<byte> old, ReadOnlySpan<byte> other)
    {
        for (var at = bytes.IndexOf(old); at >= 0; at = bytes.IndexOf(old))
        {
            other.CopyTo(bytes[at..]);
        }
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static void Write(ZipArchiveEntry entry, byte[] bytes)
    {
        using var content = entry.Open();
        content.SetLength(0);
        content.Write(bytes);
    }
}
