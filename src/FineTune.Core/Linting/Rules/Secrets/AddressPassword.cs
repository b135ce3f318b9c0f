using System.Buffers;
using System.Text;

namespace FineTune.Core.Linting.Rules.Secrets;

/// <summary>The password of an address: <c>postgres://user:password@host/…</c>.</summary>
internal static class AddressPassword
{
    private static readonly SearchValues<byte> Ends = SearchValues.Create("/ \"'\\<>)"u8);

    private const int LongestUser = 200;

    private static readonly string[] Samples = ["localhost", "127.0.0.1", "example", "::1", "host", "your", "domain", ".test", ".local", "server", "db", "<", "{", "$"];

    /// <summary>The password in the address whose <c>://</c> stands at a place; null for none.</summary>
    public static FoundSecret? At(ReadOnlySpan<byte> line, int mark)
    {
        var start = mark + 3;
        var rest = line.Slice(start, Math.Min(LongestUser, line.Length - start));
        var end = rest.IndexOfAny(Ends);
        rest = end < 0 ? rest : rest[..end];
        var at = rest.LastIndexOf((byte)'@');
        var colon = at < 0 ? -1 : rest[..at].IndexOf((byte)':');
        if (colon <= 0 || !PasswordValue.IsLikely(rest[(colon + 1)..at]))
        {
            return null;
        }
        var host = Encoding.UTF8.GetString(rest[(at + 1)..]).ToLowerInvariant();
        return host.Contains('.', StringComparison.Ordinal) && !Samples.Any(sample => sample.Length > 4 ? host.Contains(sample, StringComparison.Ordinal) : host.Split('.', ':')[0] == sample)
            ? new FoundSecret("an address with its password", start + colon + 1, start + at)
            : null;
    }
}
