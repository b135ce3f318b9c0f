using FineTune.Core.Findings;

namespace FineTune.Core.Tests.Findings;

public sealed class WhenAWordIsMisspelt
{
    private static readonly string[] Words = ["system", "user", "assistant", "tool"];

    [Theory]
    [InlineData("asistant", "assistant")]
    [InlineData("Assistant", "assistant")]
    [InlineData("uesr", "user")]
    [InlineData("tools", "tool")]
    public void TheClosestWordIsFound(string word, string meant) => DidYouMean.Closest(word, Words).ShouldBe(meant);

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("human")]
    public void NothingIsGuessedWhereNothingIsClose(string word) => DidYouMean.Of(word, Words).ShouldBeEmpty();

    [Fact]
    public void ThePhraseEndsAMessage() => DidYouMean.Of("asistant", Words).ShouldBe(" (did you mean \"assistant\"?)");

    [Fact]
    public void AVeryLongWordIsNotCompared() => DidYouMean.Of(new string('a', 100_000), Words).ShouldBeEmpty();
}
