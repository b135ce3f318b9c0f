using FineTune.Core.Tokenization;

namespace FineTune.Core.Counting;

/// <summary>Counts the names of roles, of which data has a handful: the first ones are remembered.</summary>
internal sealed class RoleTokens(TokenCounter counter)
{
    private const int Most = 8;

    private readonly List<(byte[] Name, int Tokens)> known = new(Most);

    /// <summary>Tokens of a role's name.</summary>
    public int Of(ReadOnlySpan<byte> name)
    {
        foreach (var (known, tokens) in this.known)
        {
            if (name.SequenceEqual(known))
            {
                return tokens;
            }
        }

        var counted = counter.Count(name);
        if (this.known.Count < Most)
        {
            this.known.Add((name.ToArray(), counted));
        }

        return counted;
    }
}
