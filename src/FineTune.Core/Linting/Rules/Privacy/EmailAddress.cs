using System.Buffers;
using System.Text;

namespace FineTune.Core.Linting.Rules.Privacy;

/// <summary>Tells addresses of people from those of firms, of documentation, and from all else that has an <c>@</c>.</summary>
internal static class EmailAddress
{
    private static readonly SearchValues<byte> Local = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ._%+-"u8);

    private static readonly SearchValues<byte> Domain = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-"u8);

    /// <summary>Mailboxes of a firm, and what stands for a name.</summary>
    private static readonly HashSet<string> Roles = new(StringComparer.Ordinal)
    {
        "info", "support", "help", "sales", "contact", "hello", "hi", "service", "customerservice", "customer.service", "customersupport", "care", "noreply", "no-reply", "donotreply", "do-not-reply",
        "admin", "press", "media", "jobs", "careers", "hr", "team", "billing", "invoice", "invoices", "office", "order", "orders", "return", "returns", "privacy", "security", "legal", "abuse", "webmaster",
        "postmaster", "feedback", "marketing", "newsletter", "shop", "store", "mail", "email", "kontakt", "service-team", "datenschutz", "git", "user", "username", "you", "your", "yourname", "name", "someone",
        "somebody", "me", "test", "foo", "bar", "john", "jane", "johndoe", "john.doe", "janedoe", "jane.doe", "jdoe", "max.mustermann", "mustermann", "alice", "bob", "root", "nobody",
    };

    /// <summary>Domains and ends of domains that are nobody's, or stand for any (RFC 2606, RFC 6761).</summary>
    private static readonly string[] Samples =
    [
        "example", "test", "invalid", "localhost", "local", "internal", "domain.com", "mydomain.com", "yourdomain.com", "company.com", "yourcompany.com", "mycompany.com", "acme.com", "acme.org", "email.com", "mail.com",
        "test.com", "foo.com", "bar.com", "contoso.com", "fabrikam.com", "northwind.com", "site.com", "website.com", "abc.com", "xyz.com", "host.com", "server.com", "address.com", "provider.com",
    ];

    /// <summary>Ends that are of files: <c>icon@2x.png</c>.</summary>
    private static readonly HashSet<string> FileEnds = new(StringComparer.Ordinal) { "png", "jpg", "jpeg", "gif", "svg", "webp", "css", "js", "ts", "json", "html", "xml", "py", "cs", "java", "md", "txt", "pdf", "zip" };

    /// <summary>The address around an <c>@</c>: where it starts, and its bytes; a start of -1 where there is none of a person.</summary>
    public static (int Start, int Length) Around(ReadOnlySpan<byte> raw, int at)
    {
        var start = raw[..at].LastIndexOfAnyExcept(Local) + 1;
        // The letter of an escape, \n, belongs to no name.
        start += start > 0 && raw[start - 1] == '\\' && start < at ? 1 : 0;
        var rest = raw[(at + 1)..];
        var end = rest.IndexOfAnyExcept(Domain);
        var domain = (end < 0 ? rest : rest[..end]).TrimEnd(".-"u8);
        if (start >= at || at - start > 64 || domain.LastIndexOf((byte)'.') is not (> 0 and var dot) || domain[0] is (byte)'.' or (byte)'-')
        {
            return (-1, 0);
        }
        var top = domain[(dot + 1)..];
        if (top.Length is < 2 or > 12 || top.IndexOfAnyExceptInRange((byte)'A', (byte)'z') >= 0 || IsInAddress(raw, start))
        {
            return (-1, 0);
        }
        return IsOfPerson(Encoding.ASCII.GetString(raw[start..at]).ToLowerInvariant(), Encoding.ASCII.GetString(domain).ToLowerInvariant())
            ? (start, at + 1 + domain.Length - start)
            : (-1, 0);
    }

    /// <summary>Whether it is the user of an address, <c>ftp://user@host</c>, or of a longer word.</summary>
    private static bool IsInAddress(ReadOnlySpan<byte> raw, int start) => start > 0 && raw[start - 1] is (byte)'/' or (byte)':' or (byte)'@' && !raw[..start].EndsWith("mailto:"u8);

    private static bool IsOfPerson(string name, string domain)
    {
        if (Roles.Contains(name) || name.Contains("example", StringComparison.Ordinal) || name.StartsWith("your", StringComparison.Ordinal) || !name.Any(char.IsAsciiLetter))
        {
            return false;
        }
        return !domain.Contains("example", StringComparison.Ordinal)
            && !FileEnds.Contains(domain[(domain.LastIndexOf('.') + 1)..])
            && !Samples.Any(sample => domain == sample || domain.EndsWith($".{sample}", StringComparison.Ordinal));
    }
}
