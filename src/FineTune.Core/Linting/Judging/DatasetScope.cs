using FineTune.Core.Catalog;
using FineTune.Core.Counting;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Manifest;

namespace FineTune.Core.Linting.Judging;

/// <summary>What a dataset is checked against.</summary>
internal sealed record DatasetScope
{
    public required Profile Profile { get; init; }

    /// <summary>The profile that was asked for, where the data is that of a method which only its sister offers; null where it is <see cref="Profile"/> itself.</summary>
    public Profile? Asked { get; init; }

    public required TuningMethod Method { get; init; }

    public required DatasetRole Role { get; init; }

    public required RuleSeverities Severities { get; init; }

    /// <summary>The model of the manifest; null for files alone.</summary>
    public ModelSettings? Model { get; init; }

    /// <summary>Whether there are training and validation data, to be held against each other.</summary>
    public bool IsSplit { get; init; }

    /// <summary>The base model in the catalog; null where it is not known.</summary>
    public CatalogModel? BaseModel { get; init; }

    /// <summary>Fields of a line that the grader reads.</summary>
    public IReadOnlyList<string> GraderFields { get; init; } = [];

    /// <summary>Whether a grader reads the keys that no conversation has.</summary>
    public bool HasItems => Method == TuningMethod.Reinforcement;

    public bool Deep { get; init; }

    /// <summary>Whether every example's tokens are counted; otherwise only those that may be over the limit.</summary>
    public bool WithTokens { get; init; }

    /// <summary>Whether it is told what the examples are like, too; only where tokens are counted.</summary>
    public bool WithCensus { get; init; }

    /// <summary>Whether it is told what its examples have in common before the conversation.</summary>
    public bool WithContract { get; init; }

    /// <summary>Token encoding of the base model.</summary>
    public string Encoding => TokenMeter.EncodingOf(BaseModel);

    /// <summary>Tokens of one example that are trained on; null where the host names no limit. Without a model, the most that any of the host's takes.</summary>
    public int? MaxExampleTokens => BaseModel?.MaxExampleTokens ?? Profile.Limits.MaxExampleTokens ?? (Model is null && BaseModel is null ? MostOfAnyModel : null);

    private int? MostOfAnyModel => Profile.Models.Where(model => model.Methods.Contains(Method)).Max(model => model.MaxExampleTokens);

    /// <summary>The day that dates of hosts are held against; null for none.</summary>
    public DateOnly? Today { get; init; }

    public bool DataMayBeMissing { get; init; }

    /// <summary>How many findings of one rule a file may show before the rest is summed up.</summary>
    public int MostFindings { get; init; } = FindingLimit.PerRuleAndFile;

    /// <summary>Whether every finding is kept, because some of them will be silenced before one cause is said once.</summary>
    public bool AllFindings => MostFindings > FindingLimit.PerRuleAndFile;

    /// <summary>What a model's dataset is checked against.</summary>
    public static DatasetScope Of(FineTuneManifest manifest, ModelSettings model, DatasetRole role, Profile profile) => new()
    {
        Profile = profile,
        Method = model.Method,
        Role = role,
        Severities = new RuleSeverities(manifest.Lint.Severities, profile.Severities),
        Model = model,
        IsSplit = model.Validation is not null,
        GraderFields = Judging.GraderFields.Of(model.Grader),
        BaseModel = profile.FindModel(model.BaseModel.Value),
    };

    /// <summary>The roles that the host knows, a bit for each <see cref="MessageRole"/>.</summary>
    public int KnownRoles => Enum.GetValues<MessageRole>().Where(IsKnown).Sum(role => 1 << (int)role);

    public Severity SeverityOf(Rule rule) => Severities.Of(rule);

    private bool IsKnown(MessageRole role) =>
        role == MessageRole.Unknown || Profile.Roles.Contains(role.Name()) || (role == MessageRole.Assistant && Profile.Roles.Contains("model"));
}
