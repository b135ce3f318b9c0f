using FineTune.Core.Findings;

namespace FineTune.Core.Tests.Findings;

public sealed class WhenTextIsMadeSafe
{
    [Theory]
    [InlineData("::error::x", ":\u200B:error:\u200B:x")]
    [InlineData("a ::error::ft:x::y", "a :\u200B:error:\u200B:ft:x::y")]
    [InlineData("ft:x ::error::y", "ft:x :\u200B:error:\u200B:y")]
    [InlineData("aft:x::y", "aft:x:\u200B:y")]
    public void NoCommandOfAContinuousIntegrationIsLeft(string text, string safe) => SafeText.Clean(text).ShouldBe(safe);

    [Theory]
    [InlineData("ft:gpt-4.1-mini-2025-04-14:contoso::AbC123")]
    [InlineData("support-bot version 1 is ft:gpt-4.1-mini-2025-04-14:contoso::AbC123:ckpt-step-40")]
    public void TheIdOfAModelWithoutSuffixCanBeCopied(string text) => SafeText.Clean(text).ShouldBe(text);
}
