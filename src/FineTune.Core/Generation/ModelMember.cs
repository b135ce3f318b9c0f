using FineTune.Core.Lockfile;

namespace FineTune.Core.Generation;

/// <summary>A constant that each trained model has, whatever the language.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Value">Its value in a version: a text or a number; null where the version has none.</param>
internal sealed record ModelMember(string Name, string Summary, Func<LockedVersion, object?> Value)
{
    /// <summary>The members of each model.</summary>
    public static IReadOnlyList<ModelMember> All { get; } =
    [
        new("Id", "The provider's ID of the model.", version => version.Model),
        new("BaseModel", "The model that was tuned.", version => version.BaseModel),
        new("Version", "Number of the version.", version => version.Number) { IsNumber = true },
        new("Digest", "SHA-256 of data and settings.", version => version.Digest),
        new("Provider", "The provider's name in the manifest.", version => version.Provider.Name),
        new("Deployment", "Name of the deployment that serves the model.", version => version.Deployment) { IsOptional = true },
        new("SystemPrompt", "The system prompt that the model was trained with: ask it with the same.", version => version.Contract?.SystemPrompt) { IsOptional = true },
        new("Tools", "The tools that the model was trained with, a JSON array in the form of chat completions.", version => version.Contract?.Tools) { IsOptional = true },
        new("ResponseFormat", "The response format that the model was trained with, a JSON object in the form of chat completions.", version => version.Contract?.ResponseFormat) { IsOptional = true },
        new("BestCheckpointId", "The checkpoint that did best on the validation data.", version => LossCurve.Of(version).Best?.Model) { IsOptional = true },
    ];

    /// <summary>The members that every version has, and that a model without one is asked for in vain.</summary>
    public static IEnumerable<ModelMember> Always { get; } = All.Where(member => !member.IsOptional);

    /// <summary>The name as that of a parameter.</summary>
    public string Parameter => $"{char.ToLowerInvariant(Name[0])}{Name[1..]}";

    public bool IsNumber { get; private init; }

    /// <summary>Whether a version may be without it.</summary>
    public bool IsOptional { get; private init; }

    /// <summary>What is said of it in the list of all models, where it may be missing.</summary>
    /// <param name="missing">How the language says that it is.</param>
    public string SummaryInList(string missing) => IsOptional ? $"{Summary[..^1]}{missing}." : Summary;

    /// <summary>The members that a version has, with their values as source code.</summary>
    /// <param name="version">The version.</param>
    /// <param name="literal">Writes a text as source code.</param>
    public static IEnumerable<(ModelMember Member, string Value)> Of(LockedVersion version, Func<string, string> literal) =>
        from member in All
        let value = member.Value(version)
        where value is not null
        select (member, value is string text ? literal(text) : $"{value}");
}
