using System.Text;
using FineTune.Core.Tokenization;

namespace FineTune.Core.Tests.Tokenization;

public class WhenTextIsCounted
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("hello world", 2)]
    [InlineData("tiktoken is great!", 6)]
    public void TheCountIsThatOfOpenAi(string text, int tokens) =>
        TokenCounter.Create(Encodings.O200k).Count(Encoding.UTF8.GetBytes(text)).ShouldBe(tokens);

    [Fact]
    public void TheSameTextCountsTheSameAgain()
    {
        var counter = TokenCounter.Create(Encodings.Cl100k);
        var text = "Wird's Bügeln 三日坊主 \U0001D518nusual?"u8;
        counter.Count(text).ShouldBe(counter.Count(text));
    }

    [Fact]
    public void WhatStandsBehindTheTextDoesNotMatter()
    {
        var counter = TokenCounter.Create(Encodings.O200k);
        var buffer = Encoding.UTF8.GetBytes("The quick brown fox jumps over the lazy dog's back, 12345 times  and it's fun");
        for (var length = 0; length <= buffer.Length; length++)
        {
            counter.Count(buffer.AsSpan(0, length)).ShouldBe(counter.Count(buffer.Take(length).ToArray()));
        }
    }

    [Fact]
    public async Task CountersOfSeveralThreadsShareTheVocabularyOnly()
    {
        var texts = ReferenceTexts.Blocks().First().Texts.Select(Encoding.UTF8.GetBytes).ToList();
        var alone = TokenCounter.Create(Encodings.O200k);
        var expected = texts.Sum(text => alone.Count(text));

        var totals = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            var counter = TokenCounter.Create(Encodings.O200k);
            return texts.Sum(text => counter.Count(text));
        })));

        totals.ShouldAllBe(total => total == expected);
    }
}
