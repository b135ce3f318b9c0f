using FineTune.Core.Files;
using FineTune.Core.Catalog;
using FineTune.Core.Counting;
using FineTune.Core.Datasets;
using FineTune.Core.Identity;
using FineTune.Core.Lockfile;
using FineTune.Core.Manifest;

namespace FineTune.Core.Planning;

/// <summary>The measured uploads of a model.</summary>
/// <param name="Model">The model's name in the manifest.</param>
/// <param name="Training">Training upload.</param>
/// <param name="Validation">Validation upload; null for none.</param>
internal sealed record ModelData(string Model, LockedFile Training, LockedFile? Validation)
{
    /// <summary>Tokens of the training data; null until they are counted.</summary>
    public TokenTotals? Tokens { get; init; }

    /// <summary>How a model that is trained on it must be asked; null until that is read.</summary>
    public Contract? Contract { get; init; }

    /// <summary>The data with its tokens.</summary>
    /// <param name="training">Tokens of the training data.</param>
    /// <param name="validation">Tokens of the validation data; null for none, or not counted.</param>
    public ModelData With(TokenTotals? training, TokenTotals? validation) => this with
    {
        Tokens = training,
        Training = Training with { Tokens = training?.Billable },
        Validation = Validation is null ? null : Validation with { Tokens = validation?.Billable },
    };

    /// <summary>What the linter measured on its way; a model whose data was not there, or not hashed, is left out.</summary>
    public static IReadOnlyList<ModelData> Of(FineTuneManifest manifest, IReadOnlyList<DatasetReport> reports, IReadOnlyDictionary<string, Contract>? contracts = null) =>
    [
        .. from model in manifest.Models
           let training = Find(manifest, reports, model, DatasetRole.Training)
           let validation = Find(manifest, reports, model, DatasetRole.Validation)
           where training is not null && (validation is not null || model.Validation is null)
           select new ModelData(model.Name, training, validation).With(TokensOf(reports, model, DatasetRole.Training), TokensOf(reports, model, DatasetRole.Validation)) with { Contract = contracts?.GetValueOrDefault(model.Name) },
    ];

    /// <summary>Reads and measures the data of a model.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static ModelData Measure(FineTuneManifest manifest, ModelSettings model, CancellationToken cancellation) => new(
        model.Name,
        LockedFile.Of(Upload(manifest, model, model.Training).Measure(cancellation)),
        model.Validation is { } validation ? LockedFile.Of(Upload(manifest, model, validation).Measure(cancellation)) : null);

    /// <summary>What is uploaded for a role of a model, in the form that its profile asks for.</summary>
    public static UploadContent Upload(FineTuneManifest manifest, ModelSettings model, DatasetSettings data) =>
        new(UploadSource.Of(manifest, data), NeedsMark(model) ? ByteOrderMark.Required : ByteOrderMark.Avoid);

    /// <summary>Hashes what is uploaded for a role of a model while it is read for another purpose.</summary>
    public static PassingHash PassingHash(ModelSettings model, DatasetSettings data) => new(data.Files.Count, NeedsMark(model));

    private static bool NeedsMark(ModelSettings model) => ProfileCatalog.Find(model.Provider.Profile)?.ByteOrderMark == ByteOrderMark.Required;

    private static DatasetReport? Report(IReadOnlyList<DatasetReport> reports, ModelSettings model, DatasetRole role) =>
        reports.FirstOrDefault(candidate => candidate.Model == model.Name && candidate.Role == role);

    private static TokenTotals? TokensOf(IReadOnlyList<DatasetReport> reports, ModelSettings model, DatasetRole role) => Report(reports, model, role)?.Tokens;

    private static LockedFile? Find(FineTuneManifest manifest, IReadOnlyList<DatasetReport> reports, ModelSettings model, DatasetRole role)
    {
        var report = Report(reports, model, role);
        if (report is not { Sha256: { } hash, Files.Count: > 0 } || report.Files.Any(file => file.Sha256 is null))
        {
            return null;
        }
        return new LockedFile
        {
            Sha256 = hash,
            Bytes = report.UploadBytes + (NeedsMark(model) ? Utf8Mark.Bytes.Length : 0),
            Examples = report.Examples,
            Sources =
            [
                .. report.Files.Select(file =>
                    new LockedSource(PathText.Relative(file.Path, manifest.Directory), file.Sha256!, file.UploadBytes, file.Examples)),
            ],
        };
    }
}
