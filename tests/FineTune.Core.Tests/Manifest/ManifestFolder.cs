using System.Text;
using FineTune.Core.Findings;
using FineTune.Core.Manifest;
using FineTune.Core.Manifest.Reading;

namespace FineTune.Core.Tests.Manifest;

/// <summary>A repository in a temporary folder, with a manifest and data in it.</summary>
public sealed class ManifestFolder : IDisposable
{
    /// <summary>Marks the place in a manifest where a finding is expected.</summary>
    public const char Marker = '▲';

    private readonly string outer = Directory.CreateTempSubdirectory("finetune-").FullName;

    public ManifestFolder()
    {
        Path = Directory.CreateDirectory(System.IO.Path.Combine(outer, "repository")).FullName;
        Directory.CreateDirectory(At(".git"));
        Write("data/train.jsonl", "{}\n");
        Write("data/valid.jsonl", "{}\n");
    }

    public string Path { get; }

    /// <summary>A folder beside the repository, which no manifest may reach.</summary>
    public string Outside => outer;

    public string At(string name) => System.IO.Path.GetFullPath(name, Path);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = At(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    internal ManifestReading Read(string manifest) => ManifestReader.Read(Write("finetune.yml", manifest), []);

    internal ManifestReading ReadFile(string name = "finetune.yml", params string[] allowedOutside) => ManifestReader.Read(At(name), allowedOutside);

    internal FineTuneManifest ReadFine(string manifest)
    {
        var reading = Read(manifest);
        reading.Findings.Select(finding => $"{finding.Range.Start.Line},{finding.Range.Start.Column} {finding.Code} {finding.Message}").ShouldBeEmpty();
        return reading.Manifest!;
    }

    /// <summary>The only finding of a manifest, which must be where the marker stands.</summary>
    internal Finding ReadFault(string manifest)
    {
        var finding = Read(manifest.Replace(Marker.ToString(), "")).Findings.ShouldHaveSingleItem();
        var before = manifest[..manifest.IndexOf(Marker)].Split('\n');
        (finding.Range.Start.Line, finding.Range.Start.Column).ShouldBe((before.Length, before[^1].Length + 1), finding.Message);
        return finding;
    }

    public void Dispose() => Directory.Delete(outer, recursive: true);
}
