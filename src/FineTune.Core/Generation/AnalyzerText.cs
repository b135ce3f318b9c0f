using System.Text;
using FineTune.Core.Catalog;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Engine;
using FineTune.Core.Lockfile;
using FineTune.Core.Manifest;

namespace FineTune.Core.Generation;

/// <summary>What the analyzer of C# code is told: lines of three fields with tabs between, since the compiler gives it no reader of JSON.</summary>
internal static class AnalyzerText
{
    /// <summary>Name of the file; the analyzer knows it by it.</summary>
    public const string FileName = "FineTunedModels.analyzer.txt";

    private const string Head = "finetune-models 1";

    /// <summary>The file. The same input is always the same text.</summary>
    /// <param name="locked">The lock; null where there is none.</param>
    /// <param name="manifest">The manifest, whose hosts' catalogs are asked; null for none.</param>
    /// <param name="ns">Namespace of the constants.</param>
    /// <param name="today">The day by which an end is near.</param>
    public static string Write(FineTuneLock? locked, FineTuneManifest? manifest, string ns, DateOnly today)
    {
        var text = new StringBuilder(Head).Append('\n');
        foreach (var (id, message) in Ends(manifest, today).OrderBy(end => end.Id, StringComparer.Ordinal))
        {
            Line(text, "end", id, message);
        }
        var path = string.Concat(Identifiers.NamespaceParts(ns).Select(part => part + ".")) + "FineTunedModels.";
        foreach (var model in ModelConstants.Find(locked, manifest).Where(model => model.Version is not null))
        {
            Line(text, "constant", model.Version!.Model, $"this is the ID of {model.Title}, version {model.Version.Number}: use {path}{model.Identifier}.Id, which follows the lock");
        }
        return text.ToString();
    }

    // A host that still serves the name makes it a sound one: then only the last of the ends counts.
    private static IEnumerable<(string Id, string Message)> Ends(FineTuneManifest? manifest, DateOnly today)
    {
        var profiles = (manifest?.Models ?? []).Select(model => ProfileCatalog.Find(model.Provider.Profile)).OfType<Profile>().DistinctBy(profile => profile.Name);
        return profiles
            .SelectMany(profile => profile.Models)
            .SelectMany(model => model.Aliases.Prepend(model.Id).Distinct().Select(id => (Id: id, Model: model)))
            .GroupBy(name => name.Id, StringComparer.Ordinal)
            .Where(same => same.All(name => name.Model.ShutDown is { } end && BaseModelLife.IsSoon(end.Day, today)))
            .Select(same => (same.Key, same.MaxBy(name => name.Model.ShutDown!.Day).Model))
            .Select(last => (last.Key, LifecycleCheck.Shutdown(last.Model, last.Model.ShutDown!, today)));
    }

    // An ID with a tab or a line end is no host's, and would be read as another line.
    private static void Line(StringBuilder text, string kind, string id, string message)
    {
        if (!id.Any(char.IsControl))
        {
            text.Append(kind).Append('\t').Append(id).Append('\t').Append(SafeText.Clean(message)).Append('\n');
        }
    }
}
