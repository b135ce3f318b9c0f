using System.Buffers;
using System.Text;

namespace FineTune.Core.Linting.Rules.Secrets;

/// <summary>The password of an address: <c>postgres://user:password@host/…</c>.</summary>
internal static class AddressPassword
{
    private static readonly SearchValues<byte> Ends = SearchValues.Create("/ \"'\\<>)"u8);

    private const int LongestUser = 200;

    private static readonly string[] Samples = ["localhost", "127.0.0.1", "example", "::1", "your", "domain", "<", "{", "$"];

    /// <summary>What stands for a host as its first label; "db" is how real ones are called.</summary>
    private static readonly string[] SampleLabels = ["host", "hostname", "server", "servername", "myserver", "myhost"];

    /// <summary>Top-level names that no public host has (RFC 2606, RFC 6762).</summary>
    private static readonly string[] SampleEndings = [".test", ".local", ".invalid"];

    /// <summary>The password in the address whose <c>://</c> stands at a place; null for none.</summary>
    public static FoundSecret? At(ReadOnlySpan<byte> line, int mark)
    {
        var start = mark + 3;
        var rest = line.Slice(start, Math.Min(LongestUser, line.Length - start));
        var end = rest.IndexOfAny(Ends);
        rest = end < 0 ? rest : rest[..end];
        var at = rest.LastIndexOf((byte)'@');
        var colon = at < 0 ? -1 : rest[..at].IndexOf((byte)':');
        if (colon < 0 || !PasswordValue.IsLikely(rest[(colon + 1)..at]))
        {
            return null;
        }
        var host = Encoding.UTF8.GetString(rest[(at + 1)..]).ToLowerInvariant();
        return host.Contains('.', StringComparison.Ordinal) && !IsSample(host)
            ? new FoundSecret("an address with its password", start + colon + 1, start + at)
            : null;
    }

    private static bool IsSample(string host) =>
        Samples.Any(sample => host.Contains(sample, StringComparison.Ordinal))
        || SampleLabels.Contains(host.Split('.')[0])
        || SampleEndings.Any(ending => host.Split(':')[0].EndsWith(ending, StringComparison.Ordinal));
}
