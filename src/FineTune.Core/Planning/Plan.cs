namespace FineTune.Core.Planning;

/// <summary>What a release would do.</summary>
/// <param name="Models">One for each model of the manifest, in its order.</param>
internal sealed record Plan(IReadOnlyList<PlannedModel> Models)
{
    /// <summary>Whether anything is left to train or to wait for.</summary>
    public bool HasChanges => Models.Any(model => model.State is PlanState.New or PlanState.Changed or PlanState.Pending);

    /// <summary>The plan of a model; null for a name that the manifest does not have.</summary>
    /// <param name="name">The model's name in the manifest.</param>
    public PlannedModel? Find(string name) => Models.FirstOrDefault(model => model.Name == name);
}
