using System.Text;
using FineTune.Core.Findings;
using FineTune.Core.Generation;
using FineTune.Core.Lockfile;
using FineTune.Core.Manifest;
using Microsoft.Build.Framework;

namespace FineTune.Build.Tasks;

/// <summary>Writes the constants of the trained models, where they differ from what is there.</summary>
[MSBuildMultiThreadableTask]
public sealed class GenerateModels : FineTuneTask
{
    /// <summary>Absolute path of the manifest.</summary>
    [Required]
    public string Manifest { get; set; } = "";

    /// <summary>Absolute path of the lock; the file may be missing.</summary>
    [Required]
    public string Lock { get; set; } = "";

    /// <summary>The project's language as MSBuild names it: C#, VB or F#.</summary>
    [Required]
    public string Language { get; set; } = "";

    /// <summary>Namespace of the constants; empty for the global one.</summary>
    public string? Namespace { get; set; }

    /// <summary>Absolute path of the source file.</summary>
    [Required]
    public string Output { get; set; } = "";

    /// <summary>Faults of manifest and lock are left to the lint.</summary>
    public bool Silent { get; set; }

    private protected override void Run(CancellationToken cancellation)
    {
        var record = new GenerationRecord(Output + ".inputs", PackageVersion.Build, Language, Namespace ?? "");
        if (File.Exists(Output) && record.IsCurrent())
        {
            return;
        }
        var read = ManifestReader.Read(Manifest, []);
        var locked = LockReader.Read(Lock);
        var lockIsLinted = read.Manifest is { } manifest && manifest.LockPath == Lock;
        Findings().Add([.. Silent ? [] : read.Findings, .. Silent && lockIsLinted ? [] : locked.Findings]);
        var source = ModelConstants.Write(locked.Lock, read.Manifest, Namespace ?? "", LanguageOf(Language));
        Directory.CreateDirectory(Path.GetDirectoryName(Output)!);
        if (!File.Exists(Output) || File.ReadAllText(Output) != source)
        {
            File.WriteAllText(Output, source, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        var faulty = read.Findings.Concat(locked.Findings).Any(finding => finding.Severity == Severity.Error);
        if (!faulty)
        {
            record.Write([.. read.Manifest?.Files ?? [Manifest], Lock]);
        }
    }

    private static SourceLanguage LanguageOf(string language) => language switch
    {
        "VB" => SourceLanguage.VisualBasic,
        "F#" => SourceLanguage.FSharp,
        _ => SourceLanguage.CSharp,
    };
}
