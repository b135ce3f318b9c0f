using System.Text.Json.Serialization;

namespace FineTune.Emulator.State;

/// <summary>One line of a fault file: which requests go wrong, and how.</summary>
internal sealed record FaultRule
{
    /// <summary>The create call answers as always, and the job is not what was asked for: its default hyperparameters.</summary>
    public const string IgnoresHyperparameters = "ignores_hyperparameters";

    /// <summary>As <see cref="IgnoresHyperparameters"/>: another base model.</summary>
    public const string OtherModel = "other_model";

    /// <summary>As <see cref="IgnoresHyperparameters"/>: no validation file.</summary>
    public const string DropsValidation = "drops_validation";

    /// <summary>The kinds of faults.</summary>
    public static readonly IReadOnlyList<string> Kinds =
        ["refuse", "reset_before", "reset_after", "timeout", "half_answer", "wrong_json", "status", "slow", IgnoresHyperparameters, OtherModel, DropsValidation];

    /// <summary>HTTP method; null for any.</summary>
    public string? Method { get; init; }

    /// <summary>Regular expression that the path matches, for example <c>/fine_tuning/jobs$</c>; null for any.</summary>
    public string? Path { get; init; }

    // These are set, not init: the JSON reader gives every init property a value, and a default of ours would be lost.

    /// <summary>The first of the matching requests that goes wrong, from 1.</summary>
    public int Nth { get; set; } = 1;

    /// <summary>How many in a row go wrong; 0 for all from there on.</summary>
    public int Times { get; set; } = 1;

    /// <summary>The kind of fault.</summary>
    public required string Fault { get; init; }

    /// <summary>Whether the request has its effect before the fault; null for what the kind means.</summary>
    public bool? Processed { get; init; }

    /// <summary><c>status</c>: the HTTP status.</summary>
    public int Status { get; set; } = 500;

    /// <summary><c>status</c>: the code in the error.</summary>
    public string? Code { get; init; }

    /// <summary><c>status</c>: the message in the error.</summary>
    public string? Message { get; init; }

    /// <summary><c>status</c>: seconds of the Retry-After header.</summary>
    public int? RetryAfter { get; init; }

    /// <summary><c>timeout</c>: how long nothing is said (default: until the client gives up); <c>slow</c>: how long the answer takes (default: 2).</summary>
    public double? Seconds { get; init; }

    /// <summary><c>wrong_json</c>: what is sent instead.</summary>
    public string? Body { get; init; }

    /// <summary>Whether it changes what a create call makes, and not the answer.</summary>
    [JsonIgnore]
    public bool IsOfTheJob => Fault is IgnoresHyperparameters or OtherModel or DropsValidation;

    /// <summary>Whether the request has its effect.</summary>
    [JsonIgnore]
    public bool IsProcessed => IsOfTheJob || (Processed ?? Fault is "reset_after" or "half_answer" or "wrong_json" or "slow");
}
