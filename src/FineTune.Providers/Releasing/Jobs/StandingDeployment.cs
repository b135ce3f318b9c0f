using FineTune.Core.Lockfile;
using FineTune.Providers.Hosting;
using FineTune.Providers.Releasing.Locking;
using FineTune.Providers.Releasing.Orders;

namespace FineTune.Providers.Releasing.Jobs;

/// <summary>Sees to it that what serves a model still serves its current version: hosts delete deployments that nobody calls, and a rollback changes which version is current.</summary>
internal sealed class StandingDeployment(ITrainingHost host, LockSession session, IReleaseProgress progress)
{
    /// <summary>Deploys the current version where nothing serves it. Nothing is trained for it.</summary>
    /// <param name="order">The model's order; the lock is entered.</param>
    /// <param name="entry">The model in the lock.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>The deployment's name; null where nothing was to be done, or nobody knows.</returns>
    /// <exception cref="ReleaseError">FT8012: it could not be deployed.</exception>
    public async Task<string?> RestoreAsync(ReleaseOrder order, LockedModel entry, CancellationToken cancellation)
    {
        if (!host.Features.Deploys || entry.CurrentVersion is not { } current || !IsOf(order, current)
            || current.Provider.Emulated != await host.AskWhetherStandInAsync(cancellation).ConfigureAwait(false)
            || IsShared(order, current)
            || await FindFaultAsync(order.Model.Name, current, cancellation).ConfigureAwait(false) is not { } fault)
        {
            return null;
        }
        progress.Say(order.Model.Name, $"{fault}; deploying {current.Model}");
        var deployment = await host.DeployAsync(current.Model, cancellation).ConfigureAwait(false);
        if (deployment is not null && deployment != current.Deployment)
        {
            session.Write(LockEdit.Deploy(session.Read()!, order.Model.Name, current.Number, deployment));
        }
        return deployment;
    }

    // Where several models name one deployment, each would take it away from the others, release after release.
    private bool IsShared(ReleaseOrder order, LockedVersion current) => session.Read()!.Models.Any(other =>
        other.Key != order.Model.Name && other.Value.CurrentVersion is { Deployment: { } name } version && IsOf(order, version) && (current.Deployment is null || current.Deployment == name));

    private static bool IsOf(ReleaseOrder order, LockedVersion version) =>
        (version.Provider.Kind, version.Provider.Endpoint) == (order.Attempt.Provider.Kind, order.Attempt.Provider.Endpoint);

    // A host that cannot be asked now is no reason to fail, and none to deploy.
    private async Task<string?> FindFaultAsync(string model, LockedVersion version, CancellationToken cancellation)
    {
        try
        {
            return await host.FindFaultAsync(version, cancellation).ConfigureAwait(false);
        }
        catch (ReleaseError error)
        {
            progress.Warn(model, $"{error.Message}; whether version {version.Number} is still deployed is not known");
            return null;
        }
    }
}
