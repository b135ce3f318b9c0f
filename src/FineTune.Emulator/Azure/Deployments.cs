using FineTune.Emulator.State;

namespace FineTune.Emulator.Azure;

/// <summary>The deployments of the Azure view, by their names.</summary>
internal sealed class Deployments(EmulatorState state)
{
    /// <summary>The model behind a deployment; null where there is none, or it is still being made.</summary>
    public string? ModelOf(string deployment)
    {
        var now = state.Clock.Now;
        return state.Deployments.All()
            .LastOrDefault(item => item.Name.Equals(deployment, StringComparison.OrdinalIgnoreCase) && IsReady(item, now))?.Model;
    }

    /// <summary>Whether a deployment answers: a short while after it was asked for.</summary>
    public bool IsReady(StoredDeployment deployment, long now) => now >= deployment.CreatedAt + (long)(1500 / state.Speed);
}
