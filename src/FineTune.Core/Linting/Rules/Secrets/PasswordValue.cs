using System.Text;

namespace FineTune.Core.Linting.Rules.Secrets;

/// <summary>Tells passwords from words that stand where a password belongs.</summary>
internal static class PasswordValue
{
    private const int Shortest = 8;

    private static readonly string[] Words = ["pass", "pw", "user", "admin", "root", "guest", "postgres", "mysql", "mongo", "redis", "token", "key", "hunter2", "demo", "test", "local", "foo", "qwerty"];

    /// <summary>Whether a value is likely a real password: long enough, of several kinds of characters, and no word that stands for one.</summary>
    public static bool IsLikely(ReadOnlySpan<byte> value)
    {
        if (value.Length < Shortest || SecretSample.Is(value) || value[0] is (byte)'%' or (byte)'[' or (byte)'(' || Entropy.Of(value) < 2.7)
        {
            return false;
        }
        var text = Encoding.UTF8.GetString(value).ToLowerInvariant();
        var kinds = (value.IndexOfAnyInRange((byte)'a', (byte)'z') >= 0 ? 1 : 0) + (value.IndexOfAnyInRange((byte)'A', (byte)'Z') >= 0 ? 1 : 0) + (value.IndexOfAnyInRange((byte)'0', (byte)'9') >= 0 ? 1 : 0);
        return kinds >= 2 && !Words.Any(word => text.Contains(word, StringComparison.Ordinal));
    }
}
