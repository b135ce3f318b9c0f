using FineTune.Core.Catalog;
using FineTune.Core.Identity;
using FineTune.Core.Lockfile;
using FineTune.Core.Manifest;

namespace FineTune.Providers.Releasing;

/// <summary>One model to release: what the plan found out about it.</summary>
internal sealed record ReleaseOrder
{
    /// <summary>What the manifest says.</summary>
    public required ModelSettings Model { get; init; }

    /// <summary>Who trains it: the model's own provider, or the emulator in its place.</summary>
    public required ProviderSettings Provider { get; init; }

    /// <summary>Training data.</summary>
    public required ReleaseData Training { get; init; }

    /// <summary>Validation data; null for none.</summary>
    public ReleaseData? Validation { get; init; }

    /// <summary>What the training would cost in US dollars; null where that is not known.</summary>
    public decimal? EstimatedCostUsd { get; init; }

    /// <summary>US dollars for a million trained tokens; null where that is not known.</summary>
    public decimal? PricePerMillion { get; init; }

    /// <summary>The git commit; null outside a repository.</summary>
    public string? Commit { get; init; }

    /// <summary>All that makes the training what it is.</summary>
    public TrainingRequest Request =>
        TrainingRequest.Of(Model, Provider, Training.Description.Sha256, Validation?.Description.Sha256);

    /// <summary>Digest of everything that is sent.</summary>
    public string Digest => Digests.Of(Request);

    /// <summary>The attempt that a first run writes.</summary>
    public Attempt Attempt
    {
        get
        {
            var request = Request;
            return new Attempt
            {
                State = AttemptState.Uploading,
                Provider = new LockedProvider(Provider.Name, ApiNames.Of(request.Provider), request.Endpoint),
                BaseModel = request.BaseModel,
                Method = ApiNames.Of(request.Method),
                Settings = request.Settings,
                Digest = Digests.Of(request),
                DataDigest = Digests.OfData(request.TrainingSha256, request.ValidationSha256),
                Training = Training.Description with { FileId = null },
                Validation = Validation is { } validation ? validation.Description with { FileId = null } : null,
                Commit = Commit,
            };
        }
    }

    /// <summary>The order for a model as the manifest has it; reads its data once, to measure it.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="model">The model.</param>
    /// <param name="provider">Who trains it.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static ReleaseOrder Of(FineTuneManifest manifest, ModelSettings model, ProviderSettings provider, CancellationToken cancellation)
    {
        var mark = ProfileCatalog.Find(provider.Profile)?.ByteOrderMark ?? ByteOrderMark.Avoid;
        return new ReleaseOrder
        {
            Model = model,
            Provider = provider,
            Training = ReleaseData.Of(manifest, model.Training, mark, cancellation),
            Validation = model.Validation is { } validation ? ReleaseData.Of(manifest, validation, mark, cancellation) : null,
            PricePerMillion = model.TrainingPricePerMillion ?? ProfileCatalog.Find(provider.Profile)?.FindModel(model.BaseModel.Value)?.TrainingPricePerMillion,
            Commit = GitCommit.Read(manifest.Directory),
        };
    }
}
