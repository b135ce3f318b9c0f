namespace FineTune.Core.Linting.Rules.Across;

/// <summary>Keys that name whom or what an example is about, not the example itself.</summary>
internal static class GroupKeys
{
    private const int Longest = 24;

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "customerid", "userid", "clientid", "accountid", "patientid", "memberid", "studentid", "authorid", "companyid", "tenantid", "documentid", "docid", "articleid", "pageid", "sourceid",
        "threadid", "conversationid", "sessionid", "ticketid", "caseid", "contractid", "productid", "groupid", "group", "repo", "repository", "documenturl", "sourceurl",
    };

    /// <summary>Whether a key is one of them, written <c>customer_id</c>, <c>customerId</c> or <c>customer-id</c>.</summary>
    public static bool Has(ReadOnlySpan<byte> key)
    {
        if (key.Length is < 4 or > Longest)
        {
            return false;
        }
        Span<char> plain = stackalloc char[Longest];
        var count = 0;
        foreach (var letter in key)
        {
            if (letter is not ((byte)'_' or (byte)'-'))
            {
                plain[count++] = char.ToLowerInvariant((char)letter);
            }
        }
        return Names.Contains(plain[..count].ToString());
    }
}
