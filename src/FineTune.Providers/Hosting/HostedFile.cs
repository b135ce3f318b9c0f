namespace FineTune.Providers.Hosting;

/// <summary>A file at the host.</summary>
/// <param name="Id">The host's ID.</param>
/// <param name="Name">File name, safe to print.</param>
/// <param name="Bytes">Size; null where the host does not say.</param>
/// <param name="CreatedAt">When it was uploaded; null where the host does not say.</param>
internal sealed record HostedFile(string Id, string Name, long? Bytes, DateTimeOffset? CreatedAt);
