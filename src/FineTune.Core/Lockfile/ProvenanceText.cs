using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FineTune.Core.Files;
using FineTune.Core.Identity;
using FineTune.Core.Manifest;

namespace FineTune.Core.Lockfile;

/// <summary>Which data made which model, as the predicate of an in-toto statement: its form is described by <c>docs/formats/provenance.schema.json</c>.</summary>
internal static class ProvenanceText
{
    /// <summary>Version of the form.</summary>
    public const int CurrentForm = 1;

    /// <summary>The text, with one LF at the end. Paths are relative to the repository's root; a lock is named by the digest of its text with LF.</summary>
    /// <param name="locked">A lock that answers for the manifest.</param>
    /// <param name="manifest">The manifest.</param>
    /// <param name="version">Version of the tool.</param>
    public static string Of(FineTuneLock locked, FineTuneManifest manifest, string version)
    {
        var models = manifest.Models
            .Where(model => locked.Models.GetValueOrDefault(model.Name)?.CurrentVersion is not null)
            .Select(model => (JsonNode)Model(model.Name, locked.Models[model.Name], Folder(manifest)));
        var text = LockText.Of(locked);
        return CanonicalJson.Indented(new JsonObject
        {
            ["version"] = CurrentForm,
            ["tool"] = $"finetune {version}",
            ["manifest"] = new JsonObject { ["name"] = PathText.Relative(manifest.Path, manifest.Root) },
            ["lock"] = new JsonObject
            {
                ["name"] = PathText.Relative(manifest.LockPath, manifest.Root),
                ["digest"] = Digest(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ToLowerInvariant()),
                ["project"] = locked.Project,
            },
            ["models"] = new JsonArray([.. models]),
        });
    }

    private static JsonObject Model(string name, LockedModel model, string folder)
    {
        var version = model.CurrentVersion!;
        var json = new JsonObject
        {
            ["name"] = name,
            ["version"] = version.Number,
            ["id"] = version.Model,
            ["provider"] = Without(new JsonObject { ["kind"] = version.Provider.Kind, ["endpoint"] = version.Provider.Endpoint }),
            ["job"] = version.JobId,
            ["deployment"] = version.Deployment,
            ["baseModel"] = version.BaseModel,
            ["method"] = version.Method,
            ["trainingDigest"] = Digest(version.Digest),
            ["dataDigest"] = Digest(version.DataDigest),
            ["data"] = new JsonArray([Data("training", version.Training, folder), .. version.Validation is { } validation ? new[] { Data("validation", validation, folder) } : []]),
            ["finishedAt"] = version.FinishedAt?.UtcDateTime.ToString(LockText.TimeFormat),
            ["commit"] = version.Commit,
            ["pinned"] = model.Pinned?.Reason,
        };
        return Without(json);
    }

    private static JsonObject Data(string role, LockedFile file, string folder) => new()
    {
        ["role"] = role,
        ["digest"] = Digest(file.Sha256),
        ["bytes"] = file.Bytes,
        ["examples"] = file.Examples,
        ["files"] = new JsonArray([.. file.Sources.Select(source => (JsonNode)new JsonObject
        {
            ["name"] = folder + source.Path,
            ["digest"] = Digest(source.Sha256),
            ["bytes"] = source.Bytes,
            ["examples"] = source.Examples,
        })]),
    };

    private static JsonObject Digest(string sha256) => new() { ["sha256"] = sha256 };

    private static JsonObject Without(JsonObject json)
    {
        foreach (var name in json.Where(member => member.Value is null).Select(member => member.Key).ToList())
        {
            json.Remove(name);
        }
        return json;
    }

    private static string Folder(FineTuneManifest manifest) => PathText.Relative(manifest.Directory, manifest.Root) is var folder and not "." ? folder + "/" : "";
}
