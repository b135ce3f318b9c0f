using FineTune.Core.Findings;

namespace FineTune.Core.Manifest;

/// <summary>The Azure deployment that serves a trained model.</summary>
/// <param name="ResourceId">Resource Manager ID of the account, <c>${NAME}</c> not yet filled in.</param>
/// <param name="Name">Deployment name, <c>${NAME}</c> not yet filled in.</param>
/// <param name="Sku">For example <c>standard</c>.</param>
/// <param name="Capacity">Units of capacity, at least 1.</param>
internal sealed record DeploymentSettings(Sourced<string> ResourceId, Sourced<string> Name, string Sku, int Capacity);
