using System.Text;

namespace FineTune.Providers.Tests.Stub;

/// <summary>A request as it came over the wire.</summary>
public sealed record StubRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public Call Call => (Method, Path) switch
    {
        ("GET", "/v1/files") => Call.ListFiles,
        ("POST", "/v1/files") => Call.Upload,
        ("GET", _) when Path.StartsWith("/v1/files/", StringComparison.Ordinal) && Path.EndsWith("/content", StringComparison.Ordinal) => Call.Content,
        ("GET", "/v1/fine_tuning/jobs") => Call.ListJobs,
        ("POST", "/v1/fine_tuning/jobs") => Call.Create,
        ("GET", _) when Path.EndsWith("/events", StringComparison.Ordinal) => Call.Events,
        ("GET", _) when Path.EndsWith("/checkpoints", StringComparison.Ordinal) => Call.Checkpoints,
        ("POST", _) when Path.EndsWith("/cancel", StringComparison.Ordinal) => Call.Cancel,
        ("GET", _) when Path.StartsWith("/v1/fine_tuning/jobs/", StringComparison.Ordinal) => Call.GetJob,
        _ => Call.Other,
    };

    /// <summary>A value of the query, decoded.</summary>
    public string? Value(string name) => Query.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .Where(pair => Uri.UnescapeDataString(pair[0]) == name)
        .Select(pair => Uri.UnescapeDataString(pair[1]))
        .FirstOrDefault();
}
