using FineTune.Core.Tokenization;

namespace FineTune.Core.Counting;

/// <summary>Counts the names of roles, of which data has a handful: the first ones are remembered.</summary>
internal sealed class RoleTokens(TokenCounter counter)
{
    private const int Most = 8;

    private readonly List<(byte[] Name, int Tokens)> _known = new(Most);

    /// <summary>Tokens of a role's name.</summary>
    public int Of(ReadOnlySpan<byte> name)
    {
        foreach (var (known, tokens) in _known)
        {
            if (name.SequenceEqual(known))
            {
                return tokens;
            }
        }

        var counted = counter.Count(name);
        if (_known.Count < Most)
        {
            _known.Add((name.ToArray(), counted));
        }

        return counted;
    }
}
