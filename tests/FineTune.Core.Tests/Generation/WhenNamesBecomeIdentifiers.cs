using FineTune.Core.Generation;

namespace FineTune.Core.Tests.Generation;

public sealed class WhenNamesBecomeIdentifiers
{
    [Fact]
    public void TheyAreUniqueWhateverTheCase()
    {
        var identifiers = Identifiers.Of(HostileNames.All);

        identifiers.ShouldBe(["SupportBot", "SupportBot2", "Model4You", "Class", "IdModel", "AllModel", "日本語", "Ünï", "ModelModel", "ABCD", "Model0ÜnïB"]);
        identifiers.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(HostileNames.All.Count);
    }
}
