using System.Text.Json.Nodes;

namespace FineTune.Providers.Hosting;

/// <summary>What a host says that a job trains, in the words of a manifest. What it does not say is null, or not there.</summary>
internal sealed record JobEcho
{
    /// <summary>A host that says nothing.</summary>
    public static JobEcho None { get; } = new();

    /// <summary>The base model.</summary>
    public string? BaseModel { get; init; }

    /// <summary>The method, for example <c>supervised</c>.</summary>
    public string? Method { get; init; }

    /// <summary>ID of the validation file.</summary>
    public string? ValidationFile { get; init; }

    /// <summary>Whether the host says that there is no validation file; one that says nothing of it does not.</summary>
    public bool HasNoValidation { get; init; }

    /// <summary>Hyperparameters, grader, response format, seed, suffix and training type, as in <see cref="Core.Identity.TrainingSettings"/>.</summary>
    public JsonObject Settings { get; init; } = [];
}
