using System.Text;
using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Generation;
using FineTune.Core.Lockfile.Reading;
using FineTune.Core.Manifest.Reading;
using FineTune.Core.Reporting;

namespace FineTune.Core.Building;

/// <summary>The target <c>FineTuneGenerateModels</c>: a source file with the constants of the trained models.</summary>
/// <param name="path">Absolute path of the source file.</param>
/// <param name="language">The project's language as MSBuild names it: C#, VB or F#.</param>
/// <param name="ns">Namespace of the constants; empty for the global one.</param>
/// <param name="settings">Everything that the file depends on and that is no file, as the targets put it together; null where they do not ask whether to come at all.</param>
internal sealed class ModelsFile(string path, string language, string ns, string? settings = null)
{
    /// <summary>Writes the file where it differs from what is there.</summary>
    /// <param name="project">The project.</param>
    /// <param name="silent">Faults of manifest and lock are left to the lint, which is part of the same build.</param>
    public BuildFindings Write(BuiltProject project, bool silent)
    {
        var started = DateTime.UtcNow;
        var record = new GenerationRecord(path + ".inputs", ProductVersion.Build, language, ns, $"{project.Today:yyyy-MM-dd}");
        var quiet = new QuietRecord(path, settings);
        var seen = record.Look();
        var told = LanguageOf(language) == SourceLanguage.CSharp ? Path.Combine(Path.GetDirectoryName(path)!, AnalyzerText.FileName) : null;
        string[] written = [path, .. told is null ? Array.Empty<string>() : [told]];
        if (written.All(File.Exists) && record.IsCurrent())
        {
            quiet.Write(true, seen, started, written);
            return new([], "the constants are as they were");
        }
        var read = ManifestReader.Read(project.Manifest, []);
        var locked = LockReader.Read(project.Lock);
        var lockIsLinted = read.Manifest is { } manifest && manifest.LockPath == project.Lock;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.WriteWhereDifferent(path, Encoding.UTF8.GetBytes(ModelConstants.Write(locked.Lock, read.Manifest, ns, LanguageOf(language))), durable: false);
        if (told is not null)
        {
            AtomicFile.WriteWhereDifferent(told, Encoding.UTF8.GetBytes(AnalyzerText.Write(locked.Lock, read.Manifest, ns, project.Today)), durable: false);
        }
        string[] files = [.. read.Manifest?.Files ?? [project.Manifest], project.Lock];
        var isWhole = !read.Findings.Concat(locked.Findings).Any(finding => finding.Severity == Severity.Error);
        if (isWhole)
        {
            record.Write(files, started);
        }
        Finding[] said = [.. silent ? [] : read.Findings, .. silent && lockIsLinted ? [] : locked.Findings];
        quiet.Write(isWhole && said.Length == 0, [.. files.Select(FileStamp.Of)], started, written);
        return new(said, "the constants were written anew");
    }

    private static SourceLanguage LanguageOf(string language) => language switch
    {
        "VB" => SourceLanguage.VisualBasic,
        "F#" => SourceLanguage.FSharp,
        _ => SourceLanguage.CSharp,
    };
}
