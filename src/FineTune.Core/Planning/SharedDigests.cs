using System.Security.Cryptography;
using System.Text;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Identity;
using FineTune.Core.Manifest;

namespace FineTune.Core.Planning;

/// <summary>FT0004: two models that would be the same training, which a release could not tell apart.</summary>
internal static class SharedDigests
{
    /// <summary>The same, where the data is not measured: models that name the same files and are told the same.</summary>
    public static IReadOnlyList<Finding> Find(FineTuneManifest manifest) =>
    [
        .. manifest.Models
            .GroupBy(model => Digests.Of(TrainingRequest.Of(model, model.Provider, Files(model.Training), model.Validation is { } validation ? Files(validation) : null)))
            .SelectMany(group => group.Skip(1).Select(model => Repeat(model, group.First()))),
    ];

    /// <summary>One finding for each model that repeats an earlier one.</summary>
    public static IReadOnlyList<Finding> Find(Plan plan) =>
    [
        .. plan.Models.Where(model => model.Digest is not null)
            .GroupBy(model => model.Digest)
            .SelectMany(group => group.Skip(1).Select(model => Repeat(model.Model, group.First().Model))),
    ];

    private static Finding Repeat(ModelSettings model, ModelSettings first) => Finding.Of(
        ManifestRules.Value,
        model.Where.Path,
        model.Where.Range,
        $"{model.Name} would be the same training as {first.Name}: same data, settings and suffix; give it a suffix of its own, or use the other model");

    private static string Files(DatasetSettings data) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', data.Files)))).ToLowerInvariant();
}
