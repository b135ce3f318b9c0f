namespace FineTune.Providers.Hosting;

/// <summary>A model at the host.</summary>
/// <param name="Id">The host's ID.</param>
/// <param name="ShutDown">The day it stops answering; null where the host names none.</param>
internal sealed record HostedModel(string Id, DateOnly? ShutDown);
