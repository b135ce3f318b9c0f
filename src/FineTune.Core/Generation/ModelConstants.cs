using FineTune.Core.Lockfile;
using FineTune.Core.Manifest;

namespace FineTune.Core.Generation;

/// <summary>Writes the source code by which a program knows its models.</summary>
internal static class ModelConstants
{
    /// <summary>The source code: a type <c>FineTunedModels</c> with one type for each model. The same input is always the same text.</summary>
    /// <param name="locked">The lock; null where there is none: then no model is trained.</param>
    /// <param name="manifest">The manifest, whose models are named even before they are trained; null for those of the lock alone.</param>
    /// <param name="ns">Namespace; empty for the global one. What is no valid name in it is made valid.</param>
    /// <param name="language">The language.</param>
    public static string Write(FineTuneLock? locked, FineTuneManifest? manifest, string ns, SourceLanguage language)
    {
        var models = Find(locked, manifest);
        var parts = Identifiers.NamespaceParts(ns);
        return language switch
        {
            SourceLanguage.CSharp => CSharpSource.Write(models, parts),
            SourceLanguage.VisualBasic => VisualBasicSource.Write(models, parts),
            SourceLanguage.FSharp => FSharpSource.Write(models, parts),
            _ => throw new ArgumentOutOfRangeException(nameof(language)),
        };
    }

    /// <summary>The models as source code names them.</summary>
    public static List<ConstantModel> Find(FineTuneLock? locked, FineTuneManifest? manifest)
    {
        var declared = manifest?.Models.Select(model => model.Name) ?? [];
        var names = declared.Union(locked?.Models.Keys ?? []).Order(StringComparer.Ordinal).ToList();
        return [.. names.Zip(Identifiers.Of(names), (name, identifier) => Model(name, identifier, locked?.Models.GetValueOrDefault(name)))];
    }

    private static ConstantModel Model(string name, string identifier, LockedModel? entry) =>
        new(name, identifier, entry?.CurrentVersion, entry?.Attempts.Any(attempt => attempt.IsPending) ?? false);
}
