using FineTune.Core.Catalog;
using FineTune.Core.Counting;
using FineTune.Core.Identity;
using FineTune.Core.Lockfile;
using FineTune.Core.Manifest;
using FineTune.Core.Planning;

namespace FineTune.Providers.Releasing.Orders;

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

    /// <summary>What the training would cost; null where that is not known.</summary>
    public CostEstimate? Cost { get; init; }

    /// <summary>Why the cost is not known; null where it is.</summary>
    public string? CostUnknown { get; init; }

    /// <summary>US dollars for a million trained tokens; null where that is not known.</summary>
    public decimal? PricePerMillion { get; init; }

    /// <summary>How the model must be asked once it is trained; null where nothing was read of that.</summary>
    public Contract? Contract { get; init; }

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
                Provider = new LockedProvider(Provider.Name, request.Provider.Name(), request.Endpoint),
                BaseModel = request.BaseModel,
                Method = request.Method.Name(),
                Settings = request.Settings,
                Contract = Contract is { IsEmpty: false } ? Contract : null,
                Digest = Digests.Of(request),
                DataDigest = Digests.OfData(request.TrainingSha256, request.ValidationSha256),
                Training = Training.Description with { FileId = null },
                Validation = Validation is { } validation ? validation.Description with { FileId = null } : null,
                Commit = Commit,
            };
        }
    }

    /// <summary>The order for a planned model.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="planned">The plan's entry; its data is here.</param>
    /// <exception cref="InvalidOperationException">The data is not here.</exception>
    public static ReleaseOrder Of(FineTuneManifest manifest, PlannedModel planned)
    {
        var model = planned.Model;
        var training = planned.Training ?? throw new InvalidOperationException($"the data of {model.Name} was not measured");
        return new ReleaseOrder
        {
            Model = model,
            Provider = planned.Provider,
            Training = new ReleaseData(training, ModelData.Upload(manifest, model, model.Training)),
            Validation = planned.Validation is { } validation ? new ReleaseData(validation, ModelData.Upload(manifest, model, model.Validation!)) : null,
            Contract = planned.Contract,
            Cost = planned.Cost,
            CostUnknown = planned.CostUnknown,
            PricePerMillion = Price(model, planned.Provider),
            Commit = GitCommit.Read(manifest.Directory),
        };
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
        var data = ModelData.Measure(manifest, model, cancellation);
        return Of(manifest, new PlannedModel { Model = model, Provider = provider, State = PlanState.New, Training = data.Training, Validation = data.Validation });
    }

    private static decimal? Price(ModelSettings model, ProviderSettings provider) =>
        model.TrainingPricePerMillion ?? ProfileCatalog.Find(provider.Profile)?.FindModel(model.BaseModel.Value)?.TrainingPricePerMillion;
}
