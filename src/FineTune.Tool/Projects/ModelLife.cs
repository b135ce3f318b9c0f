using FineTune.Core.Catalog;
using FineTune.Core.Manifest;

namespace FineTune.Tool.Projects;

/// <summary>How long the base of a model lasts, as the catalog knows it.</summary>
/// <param name="Model">The model's name in the manifest.</param>
/// <param name="BaseModel">Its base.</param>
/// <param name="TrainingEnds">The last day on which it can be trained; null for none announced.</param>
/// <param name="ShutDown">The day on which it stops answering; null for none announced.</param>
/// <param name="Replacement">What the provider names instead; null for nothing.</param>
internal sealed record ModelLife(string Model, string BaseModel, DateOnly? TrainingEnds, DateOnly? ShutDown, string? Replacement)
{
    /// <summary>The life of a model's base; null where the catalog does not know it.</summary>
    public static ModelLife? Of(ModelSettings model)
    {
        var profile = ProfileCatalog.Find(model.Provider.Profile);
        if (profile?.FindModel(model.BaseModel.Value) is not { } known)
        {
            return null;
        }
        var ends = new[] { profile.NoNewJobsAfter?.Day, known.TrainingEnds?.Day, known.ShutDown?.Day }.Min();
        return new(model.Name, known.Id, ends, known.ShutDown?.Day, known.Replacement);
    }
}
