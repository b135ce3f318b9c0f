using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FineTune.Core.Tokenization;

namespace FineTune.Core.Tests.Tokenization;

/// <summary>The expectations are the reference's own results, recorded by <c>eng/vocabulary/compare.sh --record</c>.</summary>
public class WhenTokensAreComparedWithTheReference
{
    // Behind these are ideographs, empty and private planes: a block of each says as much as all, which the comparison covers.
    private static readonly string[] Empty = ["scalars-030000", "scalars-040000", "scalars-0E0000", "scalars-0F0000", "scalars-10E000"];

    [Theory]
    [InlineData("o200k_base")]
    [InlineData("cl100k_base")]
    public void EveryBlockHasItsIdsAndCounts(string encoding)
    {
        using var recorded = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Tokenization", "reference.json")));
        var expected = recorded.RootElement.GetProperty(encoding).EnumerateObject().ToDictionary(block => block.Name, block => block.Value.GetString());
        var counter = TokenCounter.Create(encoding);
        var ids = new List<int>();
        foreach (var (name, texts) in ReferenceTexts.Blocks().Where(block => IsChecked(block.Name)))
        {
            var counted = 0;
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var total = 0;
            foreach (var text in texts)
            {
                var utf8 = Encoding.UTF8.GetBytes(text);
                ids.Clear();
                counter.Encode(utf8, ids);
                counted += counter.Count(utf8);
                total += ids.Count;
                hash.AppendData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(ids.ToArray().AsSpan()));
            }

            $"{total} {Convert.ToHexStringLower(hash.GetHashAndReset())[..16]}".ShouldBe(expected[name], $"{encoding} {name}");
            counted.ShouldBe(total, $"{encoding} {name}");
            expected.Remove(name);
        }

        expected.Keys.ShouldAllBe(name => !IsChecked(name));
    }

    private static bool IsChecked(string name) =>
        !name.StartsWith("scalars-", StringComparison.Ordinal)
        || Environment.GetEnvironmentVariable("FINETUNE_FULL") == "1"
        || string.CompareOrdinal(name, "scalars-022000") < 0
        || Empty.Contains(name);
}
