using System.Buffers;

namespace FineTune.Core.Linting.Rules.Secrets;

/// <summary>Tells whether a secret starts at a mark.</summary>
internal static class SecretSearch
{
    private const int LongestLabel = 40;

    private static readonly SearchValues<byte> InEntraSecrets = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_~.-"u8);

    private static readonly SearchValues<byte> InAwsSecrets = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ/+"u8);

    /// <summary>The secret that a mark belongs to; null where it is none.</summary>
    public static FoundSecret? At(ReadOnlySpan<byte> line, int mark) => line[mark] switch
    {
        (byte)'-' => PrivateKey(line, mark),
        (byte)'e' when line[mark..].StartsWith("eyJ"u8) => IsBoundary(line, mark) && JsonWebToken.LengthAt(line[mark..]) is > 0 and var length ? new FoundSecret("a signed web token (JWT)", mark, mark + length) : null,
        (byte)':' => AddressPassword.At(line, mark) ?? (line[(mark + 3)..].StartsWith("hooks."u8) ? Prefixed(line, mark + 3) : null),
        >= (byte)'0' and <= (byte)'9' => EntraSecret(line, mark),
        (byte)'J' => AzureAiKey(line, mark),
        (byte)'a' when line[mark..].StartsWith("aws_"u8) => AwsSecret(line, mark),
        (byte)'A' when line[mark..].StartsWith("AWS_"u8) => AwsSecret(line, mark),
        (byte)'S' or (byte)'s' when line[(mark + 1)..].StartsWith("ecretAccessKey"u8) => AwsSecret(line, mark),
        (byte)'a' or (byte)'A' or (byte)'P' or (byte)'p' when ConnectionPassword.At(line, mark) is { } found => found,
        _ => Prefixed(line, mark),
    };

    private static FoundSecret? Prefixed(ReadOnlySpan<byte> line, int mark)
    {
        foreach (var format in SecretFormats.All)
        {
            if (!line[mark..].StartsWith(format.Mark))
            {
                continue;
            }
            var start = mark + format.Mark.Length;
            // Two more than the longest show that it is longer, with a dot at its end too.
            var length = RunLength(line[start..], format.Alphabet, format.Longest + 2);
            // The dot at the end of a sentence belongs to no token.
            length -= length > 0 && line[start + length - 1] == '.' ? 1 : 0;
            var body = line.Slice(start, length);
            if (length >= format.Shortest && length <= format.Longest && (IsBoundary(line, mark) || format.Mark[^1] == '=' || format.Mark[^1] == '/')
                && (format.HasChecksum ? TokenChecksum.IsRight(body) : Entropy.Of(body) >= format.Entropy && !SecretSample.Is(body)))
            {
                return new FoundSecret(format.HasChecksum ? $"{format.Name}, whose checksum is right," : format.Name, mark, start + length);
            }
        }
        return null;
    }

    /// <summary>The header of a private key is enough: what follows it is one.</summary>
    private static FoundSecret? PrivateKey(ReadOnlySpan<byte> line, int mark)
    {
        var rest = line[(mark + "-----BEGIN ".Length)..];
        var end = rest[..Math.Min(rest.Length, LongestLabel + 5)].IndexOf("-----"u8);
        if (end < 0)
        {
            return null;
        }
        var label = rest[..end];
        return label.EndsWith("PRIVATE KEY"u8) || label.SequenceEqual("PGP PRIVATE KEY BLOCK"u8)
            ? new FoundSecret("a private key", mark, mark + "-----BEGIN ".Length + end + 5)
            : null;
    }

    /// <summary>Three characters, a digit, <c>Q~</c>, and 31 to 34 more.</summary>
    private static FoundSecret? EntraSecret(ReadOnlySpan<byte> line, int mark)
    {
        var start = mark - 3;
        if (start < 0 || line[start..mark].IndexOfAnyExcept(InEntraSecrets) >= 0 || !IsBoundary(line, start))
        {
            return null;
        }
        var length = RunLength(line[(mark + 3)..], InEntraSecrets, 35);
        return length is >= 31 and <= 34 && Entropy.Of(line.Slice(mark + 3, length)) >= 3.5 ? new FoundSecret("a client secret of Entra ID", start, mark + 3 + length) : null;
    }

    /// <summary>A key of Azure AI services: 84 letters and digits with their mark after the 52nd.</summary>
    private static FoundSecret? AzureAiKey(ReadOnlySpan<byte> line, int mark)
    {
        const int Before = 52;
        const int Length = 84;
        return mark >= Before && line.Length >= mark - Before + Length && IsBoundary(line, mark - Before)
            && RunLength(line[(mark - Before)..], SecretFormats.InTokens, Length + 1) == Length
            ? new FoundSecret("a key of Azure AI services", mark - Before, mark - Before + Length)
            : null;
    }

    /// <summary>The name of a secret key, and soon after it 40 characters of Base64.</summary>
    private static FoundSecret? AwsSecret(ReadOnlySpan<byte> line, int mark)
    {
        var end = Math.Min(mark + 100, line.Length);
        for (var i = line[mark..end].IndexOfAny(":= "u8) is >= 0 and var first ? mark + first : end; i < end;)
        {
            var length = RunLength(line[i..], InAwsSecrets, 200);
            if (length == 40 && Entropy.Of(line.Slice(i, length)) >= 4.0 && !SecretSample.Is(line.Slice(i, length)))
            {
                return new FoundSecret("an AWS secret access key", i, i + length);
            }
            i += length + 1;
        }
        return null;
    }

    /// <summary>How many bytes of an alphabet stand at the start; no more are looked at than <paramref name="most"/>.</summary>
    private static int RunLength(ReadOnlySpan<byte> bytes, SearchValues<byte> alphabet, int most)
    {
        bytes = bytes[..Math.Min(bytes.Length, most)];
        return bytes.IndexOfAnyExcept(alphabet) is >= 0 and var end ? end : bytes.Length;
    }

    /// <summary>Whether no token goes on across a place: nothing before it, or no letter, digit, <c>_</c> or <c>-</c>, or an escape.</summary>
    private static bool IsBoundary(ReadOnlySpan<byte> line, int place) =>
        place == 0 || !SecretFormats.InTokens.Contains(line[place - 1]) && line[place - 1] is not ((byte)'+' or (byte)'/' or (byte)'.')
        || (place >= 2 && line[place - 2] == '\\' && (place < 3 || line[place - 3] != '\\'))
        || (place >= 6 && line[place - 6] == '\\' && line[place - 5] == 'u');
}
