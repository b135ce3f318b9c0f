using System.Globalization;

namespace FineTune.Providers.OpenAI;

/// <summary>The Retry-After header: seconds, or a date.</summary>
internal static class RetryAfter
{
    /// <summary>How long to wait; null where the header is missing or not understood.</summary>
    public static TimeSpan? Read(string? header, TimeProvider time) =>
        int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
        : DateTimeOffset.TryParse(header, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) && date > time.GetUtcNow() ? date - time.GetUtcNow()
        : null;
}
