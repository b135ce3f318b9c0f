using FineTune.Core.Generation;
using FineTune.Core.Lockfile;
using FineTune.Core.Tests.Lockfile;
using FineTune.Core.Tests.Planning;

namespace FineTune.Core.Tests.Generation;

public sealed class WhenConstantsAreGenerated
{
    private const string Hostile = HostileNames.Text;

    [Theory]
    [InlineData(nameof(SourceLanguage.CSharp))]
    [InlineData(nameof(SourceLanguage.VisualBasic))]
    [InlineData(nameof(SourceLanguage.FSharp))]
    public void TheyReadLikeThis(string language)
    {
        var trained = Sample.Versions("ab");
        var deployed = LockEdit.Promote(trained, "eu-bot", Sample.Attempt('c', "ftjob-c", day: 3, kind: "emulator"), Sample.Outcome(3) with { Deployment = "eu-bot" });

        var source = ModelConstants.Write(deployed, SampleManifest.Of("support-bot", "new-bot"), "Contoso.Support", Enum.Parse<SourceLanguage>(language));

        Approved.ShouldBe(source, $"models.{language}");
    }

    [Theory]
    [InlineData(nameof(SourceLanguage.CSharp))]
    [InlineData(nameof(SourceLanguage.VisualBasic))]
    [InlineData(nameof(SourceLanguage.FSharp))]
    public void NothingBreaksOutOfItsPlace(string language) =>
        Approved.ShouldBe(ModelConstants.Write(HostileLock(), SampleManifest.Of("untrained\"*/"), "4.my-app.class", Enum.Parse<SourceLanguage>(language)), $"hostile.{language}");

    [Theory]
    [InlineData(nameof(SourceLanguage.CSharp))]
    [InlineData(nameof(SourceLanguage.VisualBasic))]
    [InlineData(nameof(SourceLanguage.FSharp))]
    public void WithoutALockTheModelsOfTheManifestAreThere(string language)
    {
        var source = ModelConstants.Write(null, SampleManifest.Of("support-bot"), "", Enum.Parse<SourceLanguage>(language));

        source.ShouldContain("support-bot has never been trained: run finetune release support-bot");
        source.ShouldContain("Obsolete");
        source.ShouldNotContain("const string Id");
    }

    private static FineTuneLock HostileLock()
    {
        var locked = Sample.Empty;
        foreach (var name in HostileNames.All)
        {
            var attempt = Sample.Attempt('a', Hostile) with { BaseModel = Hostile, Commit = Hostile, Provider = new LockedProvider(Hostile, "openai", null) };
            locked = LockEdit.Promote(locked, name, attempt, Sample.Outcome(1, Hostile) with { Deployment = Hostile });
        }
        return locked;
    }
}
