using FineTune.Core.Contracts;
using FineTune.Core.Linting;

namespace FineTune.Core.Comparing;

/// <summary>How a model must be asked otherwise than before.</summary>
/// <param name="Model">The model's name in the manifest.</param>
/// <param name="Changes">The differences, one line each, safe to print.</param>
internal sealed record ContractDiff(string Model, IReadOnlyList<string> Changes)
{
    /// <summary>The models whose contract differs, in the order of the later manifest; one whose data is not here in both states is left out.</summary>
    public static IReadOnlyList<ContractDiff> Of(LintReport? before, LintReport after) =>
    [
        .. from model in after.Manifest?.Models ?? []
           let now = after.Contracts.GetValueOrDefault(model.Name)
           let then = before?.Contracts.GetValueOrDefault(model.Name)
           where now is not null && then is not null
           let changes = ContractChanges.Between(then, now)
           where changes.Count > 0
           select new ContractDiff(model.Name, changes),
    ];
}
