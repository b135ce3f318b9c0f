using System.Buffers;
using System.Text;

namespace FineTune.Core.Linting.Rules.Secrets;

/// <summary>Tells values that documentation shows from real ones.</summary>
internal static class SecretSample
{
    private static readonly SearchValues<byte> TemplateMarks = SearchValues.Create("<>{}$*"u8);

    private static readonly string[] Words =
    [
        "example", "sample", "xxxx", "your", "dummy", "placeholder", "redacted", "changeme", "replace", "insert", "secret", "123456", "abcdef", "00000", "aaaaa", "fake", "test_", "-test", "...",
        // The well-known key of the storage emulator, and the sample of AWS's secret keys.
        "eby8vdm02xnocqflquwjpllmetlcdxj1", "wjalrxutnfemi",
    ];

    /// <summary>Whether a value is none that opens anything.</summary>
    public static bool Is(ReadOnlySpan<byte> value)
    {
        var text = Encoding.UTF8.GetString(value).ToLowerInvariant();
        return value.IndexOfAny(TemplateMarks) >= 0
            || Words.Any(word => text.Contains(word, StringComparison.Ordinal));
    }
}
