using System.Text.Json;
using FineTune.Core.Catalog;
using FineTune.Emulator.Files;
using FineTune.Emulator.Http;
using FineTune.Emulator.Models;
using FineTune.Emulator.State;
using FineTune.Emulator.Training;

namespace FineTune.Emulator.Jobs;

/// <summary>Reads a create call, and refuses it as the API does.</summary>
internal sealed class JobRequest(EmulatorState state, BaseModels models, TunedModels tuned, Profile profile)
{
    private static readonly string[] Arguments =
        ["model", "training_file", "validation_file", "suffix", "seed", "integrations", "method", "metadata", "hyperparameters"];

    /// <summary>The job that was asked for, without ID and place; or why there is none.</summary>
    public Outcome<StoredJob> Read(JsonElement body, bool azure)
    {
        foreach (var argument in body.EnumerateObject())
        {
            if (!Arguments.Contains(argument.Name) && !(azure && argument.Name == "trainingType"))
            {
                return Refused(ParameterRefusal.Unknown(argument.Name));
            }
        }
        var method = JobMethod.Read(body, profile);
        var suffix = BodyFields.Suffix(body, profile.Job.SuffixLength ?? 64);
        var seed = BodyFields.Seed(body);
        var metadata = BodyFields.Metadata(body);
        var integrations = BodyFields.Integrations(body);
        var refusal = CheckModel(body) ?? method.Refusal ?? CheckMethod(body, method.Value!.Name)
            ?? CheckFile(body, "training_file", required: true)
            ?? CheckFile(body, "validation_file", required: method.Value!.Name == "reinforcement")
            ?? suffix.Refusal ?? seed.Refusal ?? metadata.Refusal ?? integrations.Refusal;
        return refusal is not null ? Refused(refusal) : new StoredJob
        {
            Id = "",
            Sequence = 0,
            CreatedAt = state.Clock.Now,
            Model = CanonicalModel(BodyFields.Text(BodyFields.Value(body, "model"))!),
            TrainingFile = BodyFields.Text(BodyFields.Value(body, "training_file"))!,
            ValidationFile = BodyFields.Text(BodyFields.Value(body, "validation_file")),
            Suffix = suffix.Value,
            Seed = seed.Value ?? Random.Shared.Next(),
            Method = method.Value!.Name,
            MethodSettings = method.Value.Settings,
            Metadata = metadata.Value,
            Integrations = integrations.Value,
            Azure = azure,
            TrainingType = BodyFields.Text(BodyFields.Value(body, "trainingType")),
            Speed = state.Speed,
        };
    }

    private static Outcome<StoredJob> Refused(Answer refusal) => new(null, refusal);

    // A dated snapshot stays as it is; an alias becomes the snapshot that it means.
    private string CanonicalModel(string model) => tuned.Find(model) is null ? models.Find(model)!.Id : model;

    private Answer? CheckModel(JsonElement body)
    {
        if (BodyFields.Text(BodyFields.Value(body, "model")) is not { Length: > 0 } model)
        {
            return BodyRefusal.Missing("model");
        }
        var isTuned = tuned.Find(model) is not null;
        return isTuned || (!model.StartsWith("ft:", StringComparison.Ordinal) && models.Find(model) is not null) ? null : BodyRefusal.UnknownModel(model);
    }

    private JsonAnswer? CheckMethod(JsonElement body, string method)
    {
        var name = BodyFields.Text(BodyFields.Value(body, "model"))!;
        var found = models.Find(tuned.Find(name)?.Model ?? name);
        var asked = TuningMethods.Find(method)!.Value;
        // The oldest models know completions only, which the API calls supervised.
        return found is null || found.Methods.Contains(asked) || (asked == TuningMethod.Supervised && found.Methods.Contains(TuningMethod.Completion))
            ? null
            : Refusal.BadRequest($"Model {found.Id} does not support fine-tuning with method {method}.", "method", "unsupported_method");
    }

    private Answer? CheckFile(JsonElement body, string param, bool required)
    {
        if (BodyFields.Value(body, param) is not { } value)
        {
            return required ? BodyRefusal.Missing(param) : null;
        }
        if (BodyFields.Text(value) is not { Length: > 0 } id)
        {
            return BodyRefusal.Invalid(param, "the ID of a file");
        }
        return state.Files.Find(id) switch
        {
            null => BodyRefusal.UnknownFile(param, id),
            { Purpose: not FilePurpose.FineTune } => BodyRefusal.Invalid(param, "a file of purpose fine-tune"),
            _ => null,
        };
    }
}
