using System.Text.RegularExpressions;
using FineTune.Core.Catalog;
using FineTune.Core.Findings;
using FineTune.Core.Manifest.Shapes;

namespace FineTune.Core.Manifest.Reading;

/// <summary>What a finetune.yml may hold: the one description that the reader checks by and the JSON Schema is written from.</summary>
internal static partial class ManifestModel
{
    /// <summary>The only version there is.</summary>
    public const int Version = 1;

    private static readonly TextShape Name = new()
    {
        Pattern = NamePattern(),
        PatternInWords = "at most 64 letters, digits, \".\", \"_\" and \"-\", and start with a letter or digit",
    };

    private static readonly TextShape VariableName = new() { NamesVariable = true, Description = "Name of an environment variable." };

    private static readonly MapShape Deployment = new(
        new("resource_id", new TextShape { Variables = true, Description = "Azure Resource Manager ID of the account. ${NAME} is filled in on release." }, Required: true),
        new("name", new TextShape { Variables = true, Description = "Name of the deployment. ${NAME} is filled in on release." }, Required: true),
        new("sku", new TextShape { Description = "SKU of the deployment, by default standard." }),
        new("capacity", new NumberShape { Min = 1, Max = int.MaxValue, Whole = true, Description = "Units of capacity, by default 1." }))
    {
        NearSecrets = true,
        Description = "Azure only: the deployment that serves the trained model.",
    };

    private static readonly MapShape Provider = new(
        new("kind", new TextShape { Words = ProviderKinds.Names, Description = "How the provider is spoken to." }, Required: true),
        new("endpoint", new TextShape { Variables = true, Description = "Base address. ${NAME} is filled in on release; http is allowed to this machine only." }),
        new("profile", new TextShape { Words = ProfileCatalog.Names, Description = "Rules, limits and quirks of the host; by default those of the kind." }),
        new("api_key_env", VariableName with { Description = "Name of the environment variable that holds the key; never the key itself." }),
        new("training_type", new TextShape { Words = ["standard", "global_standard", "developer"], Description = "Azure only: the training tier." }),
        new("deployment", Deployment),
        new("command", new ListShape(new TextShape()) { MinItems = 1, Description = "Exec only: program and arguments, never a shell." }),
        new("env", new ListShape(VariableName) { Description = "Exec only: the only variables that the command gets, beside PATH and HOME." }))
    {
        NearSecrets = true,
        Description = "One provider.",
    };

    private static readonly ListShape Data = new(new TextShape { Description = "A path or glob, relative to this file." }) { OneIsEnough = true, MinItems = 1 };

    private static readonly MapShape Model = new(
        new("provider", new TextShape { Description = "Name of a provider; openai and emulator need no declaration." }, Required: true),
        new("base_model", new TextShape { Pattern = NoSpaces(), PatternInWords = "an ID without spaces", MaxLength = 256, Description = "The model to tune, in the provider's words." }, Required: true),
        new("method", new TextShape { Words = TuningMethods.Names, Description = "How it is trained, by default supervised." }),
        new("training", Data with { Description = "Training data: a path, a glob, or a list of them." }, Required: true),
        new("validation", Data with { Description = "Validation data: a path, a glob, or a list of them." }),
        new("suffix", new TextShape { Description = "What the provider adds to the trained model's ID." }),
        new("seed", new NumberShape { Min = 0, Max = int.MaxValue, Whole = true, Description = "Seed of the training." }),
        new("hyperparameters", new NamedShape(new ValueShape("number", "string", "boolean"))
        {
            Suggestions = [.. ProfileCatalog.FindOrGeneric(null).Job.Hyperparameters.Keys],
            Description = "Hyperparameters as in the provider's API for the method; each a number or auto.",
        }),
        new("grader", new FreeShape { Description = "Reinforcement only: the grader as in the API." }),
        new("response_format", new FreeShape { Description = "Reinforcement only: the response format as in the API." }),
        new("integrations", new ListShape(new FreeShape { Needs = ["type"] }) { MaxItems = 5, Description = "Integrations as in the API, such as wandb." }),
        new("metadata", new NamedShape(new ValueShape("string", "number", "boolean")) { Description = "At most 14 pairs that the job carries; keys have at most 64 characters, values at most 512." }),
        new("price", new MapShape(
            new KeyShape("training_per_million", new NumberShape { Min = 0, Description = "US dollars for a million trained tokens." }, Required: true))
        {
            Description = "Only where the catalog has no price, or a negotiated one.",
        }),
        new("budget", new MapShape(
            new KeyShape("max_cost_usd", new NumberShape { Min = 0, Description = "US dollars that one training may cost." }, Required: true))
        {
            Description = "The release stops before the first paid call when the estimate is above it, or when no price is known.",
        }))
    {
        NearSecrets = true,
        Description = "One model to train.",
    };

    private static readonly MapShape Ignore = new(
        new("rule", new RuleCodeShape { Description = "Code of the rule." }, Required: true),
        new("path", new TextShape { Description = "Path or glob of the files, relative to this file; every file without it." }),
        new("example", new TextShape { Pattern = ShortHash(), PatternInWords = "4 to 64 hex digits", Description = "First digits of the example's hash, as the finding shows it; every example without it." }),
        new("reason", new TextShape { Description = "Why the finding is fine." }));

    private static readonly MapShape Lint = new(
        new("rules", new NamedShape(new TextShape { Words = Severities.Names }) { Names = new RuleCodeShape(), Description = "Severities by rule code." }),
        new("ignore", new ListShape(Ignore) { Description = "Findings to leave out, each with its reason." }),
        new("baseline", new TextShape { Description = "File with the old findings that do not count, relative to this file." }))
    {
        Description = "What the linter is told.",
    };

    /// <summary>The whole file.</summary>
    public static MapShape Root { get; } = new(
        new("version", new VersionShape(Version) { Description = "Version of this format." }, Required: true),
        new("extends", new TextShape { Description = "Another manifest, relative to this one: mappings merge, everything else is replaced; a key with nothing after it takes the other's value away." }),
        new("providers", new NamedShape(Provider) { Names = Name, Description = "Providers by name; openai and emulator need no declaration." }),
        new("models", new NamedShape(Model) { Names = Name, Description = "The models to train, by name." }, Required: true),
        new("lint", Lint))
    {
        NearSecrets = true,
        Description = "Fine-tuned models as build artifacts.",
    };

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^\S+$")]
    private static partial Regex NoSpaces();

    [GeneratedRegex("^[0-9a-fA-F]{4,64}$")]
    private static partial Regex ShortHash();
}
