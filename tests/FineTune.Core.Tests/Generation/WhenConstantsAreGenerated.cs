using FineTune.Core.Generation;
using FineTune.Core.Lockfile;
using FineTune.Core.Tests.Lockfile;
using FineTune.Core.Tests.Planning;

namespace FineTune.Core.Tests.Generation;

public sealed class WhenConstantsAreGenerated
{
    private const string Hostile = "\"; }} */ --> \r\n\u2028 \"\"\" {0} \\ \u201d ünï <b>&";

    private static readonly string[] Names = ["support-bot", "Support_Bot", "4you", "class", "id", "all", "日本語", "ünï", "---", "a.b c/d", Hostile];

    [Theory]
    [InlineData(SourceLanguage.CSharp)]
    [InlineData(SourceLanguage.VisualBasic)]
    [InlineData(SourceLanguage.FSharp)]
    public void TheyReadLikeThis(SourceLanguage language)
    {
        var trained = Sample.Versions("ab");
        var deployed = LockEdit.Promote(trained, "eu-bot", Sample.Attempt('c', "ftjob-c", day: 3, kind: "emulator"), Sample.Outcome(3) with { Deployment = "eu-bot" });

        var source = ModelConstants.Write(deployed, SampleManifest.Of("support-bot", "new-bot"), "Contoso.Support", language);

        Approved.ShouldBe(source, $"models.{language}");
    }

    [Theory]
    [InlineData(SourceLanguage.CSharp)]
    [InlineData(SourceLanguage.VisualBasic)]
    [InlineData(SourceLanguage.FSharp)]
    public void NothingBreaksOutOfItsPlace(SourceLanguage language) =>
        Approved.ShouldBe(ModelConstants.Write(HostileLock(), SampleManifest.Of("untrained\"*/"), "4.my-app.class", language), $"hostile.{language}");

    [Theory]
    [InlineData(SourceLanguage.CSharp)]
    [InlineData(SourceLanguage.VisualBasic)]
    [InlineData(SourceLanguage.FSharp)]
    public void WithoutALockTheModelsOfTheManifestAreThere(SourceLanguage language)
    {
        var source = ModelConstants.Write(null, SampleManifest.Of("support-bot"), "", language);

        source.ShouldContain("support-bot has never been trained: run finetune release support-bot");
        source.ShouldContain("Obsolete");
        source.ShouldNotContain("const string Id");
    }

    [Fact]
    public void NamesAreUniqueWhateverTheCase()
    {
        var identifiers = Identifiers.Of(Names);

        identifiers.ShouldBe(["SupportBot", "SupportBot2", "Model4You", "Class", "IdModel", "AllModel", "日本語", "Ünï", "ModelModel", "ABCD", "Model0ÜnïB"]);
        identifiers.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(Names.Length);
    }

    private static FineTuneLock HostileLock()
    {
        var locked = Sample.Empty;
        foreach (var name in Names)
        {
            var attempt = Sample.Attempt('a', Hostile) with { BaseModel = Hostile, Commit = Hostile, Provider = new LockedProvider(Hostile, "openai", null) };
            locked = LockEdit.Promote(locked, name, attempt, Sample.Outcome(1, Hostile) with { Deployment = Hostile });
        }
        return locked;
    }
}
