using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FineTune.Core.Tokenization;

namespace FineTune.Core.Tests.Tokenization;

/// <summary>The expectations are the reference's own results, recorded by <c>eng/vocabulary/compare.sh --record</c>.</summary>
public class WhenTokensAreComparedWithTheReference
{
    [Theory]
    [InlineData("o200k_base")]
    [InlineData("cl100k_base")]
    public void EveryBlockHasItsIdsAndCounts(string encoding)
    {
        using var recorded = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Tokenization", "reference.json")));
        var expected = recorded.RootElement.GetProperty(encoding).EnumerateObject().ToDictionary(block => block.Name, block => block.Value.GetString());
        var counter = TokenCounter.Create(encoding);
        var ids = new List<int>();
        foreach (var (name, texts) in ReferenceTexts.Blocks())
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

        expected.ShouldBeEmpty();
    }
}
