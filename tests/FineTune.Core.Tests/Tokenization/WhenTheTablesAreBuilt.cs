using System.Security.Cryptography;
using System.Text;
using FineTune.Core.Tokenization;
using FineTune.Core.Tokenization.Memory;

namespace FineTune.Core.Tests.Tokenization;

public class WhenTheTablesAreBuilt
{
    [Theory]
    [InlineData("o200k_base", "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d")]
    [InlineData("cl100k_base", "223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7")]
    public void TheTokensAreThoseThatOpenAiPublishes(string encoding, string sha256)
    {
        var published = new StringBuilder();
        foreach (var (rank, token) in Encodings.VocabularyOf(encoding).Tokens().Index())
        {
            published.Append(Convert.ToBase64String(token)).Append(' ').Append(rank).Append('\n');
        }

        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(published.ToString()))).ShouldBe(sha256);
    }

    [Fact]
    public void TheCharacterClassesAreThoseOfUnicode16() =>
        Convert.ToHexStringLower(SHA256.HashData(EmbeddedData.Open(CharacterClasses.FileName).Bytes))
            .ShouldBe("f2dada9ef5c8da7b4aac4bfb9354e8723826022433d7defcc39e223b3c4679f5");

    [Theory]
    [InlineData("o200k_base", 199_998)]
    [InlineData("cl100k_base", 100_256)]
    public void EveryTokenIsFound(string encoding, int tokens)
    {
        var counter = TokenCounter.Create(encoding);
        var ids = new List<int>();
        var (count, found) = (0, 0);
        foreach (var (rank, token) in Encodings.VocabularyOf(encoding).Tokens().Index())
        {
            ids.Clear();
            counter.Encode(token, ids);
            found += ids is [var only] && only == rank ? 1 : 0;
            count++;
        }

        count.ShouldBe(tokens);
        found.ShouldBeGreaterThan(tokens * 95 / 100, "a few tokens span pieces and can never be made");
    }
}
