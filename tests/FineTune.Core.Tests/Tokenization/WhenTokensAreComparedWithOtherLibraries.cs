using System.Text;
using FineTune.Core.Tokenization;
using Microsoft.ML.Tokenizers;
using SharpToken;

namespace FineTune.Core.Tests.Tokenization;

/// <summary>Both read text as UTF-16 and cut it by regular expressions, so beyond Unicode's first plane they count wrong; within it they are right.</summary>
public class WhenTokensAreComparedWithOtherLibraries
{
    public static TheoryData<string, string> Blocks()
    {
        var data = new TheoryData<string, string>();
        foreach (var encoding in Encodings.All)
        {
            foreach (var name in (string[])["english-0", "code-0", "cjk-0", "arabic-0", "indic-0", "european-0", "ascii-0", "plane-0", "lengths"])
            {
                data.Add(encoding, name);
            }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void EachTextWithinTheFirstPlaneHasTheSameTokens(string encoding, string block)
    {
        var counter = TokenCounter.Create(encoding);
        var sharpToken = GptEncoding.GetEncoding(encoding);
        var tokenizer = TiktokenTokenizer.CreateForEncoding(encoding);
        var texts = ReferenceTexts.Blocks().Single(one => one.Name == block).Texts.Where(text => !text.Any(char.IsSurrogate)).ToList();

        texts.Count.ShouldBeGreaterThan(100);
        foreach (var text in texts)
        {
            var ids = new List<int>();
            counter.Encode(Encoding.UTF8.GetBytes(text), ids);

            counter.Count(Encoding.UTF8.GetBytes(text)).ShouldBe(ids.Count, text);
            sharpToken.Encode(text, new HashSet<string>(), new HashSet<string>()).ShouldBe(ids, text);
            tokenizer.EncodeToIds(text, considerPreTokenization: true, considerNormalization: false).ShouldBe(ids, text);
        }
    }

    [Fact]
    public void BeyondItTheyCountOthers()
    {
        var text = ReferenceTexts.Blocks().Single(block => block.Name == "astral-0").Texts.First(text => text.Length > 100);

        // The npm package that wraps OpenAI's own counter says what is right: see reference.json.
        var ours = TokenCounter.Create(Encodings.O200k).Count(Encoding.UTF8.GetBytes(text));

        GptEncoding.GetEncoding(Encodings.O200k).CountTokens(text).ShouldNotBe(ours);
        TiktokenTokenizer.CreateForEncoding(Encodings.O200k).CountTokens(text).ShouldNotBe(ours);
    }
}
