using FineTune.Core.Catalog;

namespace FineTune.Core.Tests.Catalog;

public sealed class TheSisters
{
    [Fact]
    public void NameEachOtherAndOfferWhatTheOtherDoesNot()
    {
        var profiles = ProfileCatalog.Names.Select(name => ProfileCatalog.Find(name)!).Where(profile => profile.Sisters.Count > 0).ToList();

        profiles.ShouldNotBeEmpty();
        foreach (var profile in profiles)
        {
            foreach (var sister in profile.Sisters.Select(name => ProfileCatalog.Find(name).ShouldNotBeNull()))
            {
                sister.Sisters.ShouldContain(profile.Name);
                sister.Methods.Except(profile.Methods).ShouldNotBeEmpty();
            }
        }
    }

    [Fact]
    public void AreAskedOnlyForWhatAProfileLacks()
    {
        var bedrock = ProfileCatalog.Find("bedrock")!;

        ProfileCatalog.SisterOf(bedrock, TuningMethod.Reinforcement)!.Name.ShouldBe("bedrock_reinforcement");
        ProfileCatalog.SisterOf(bedrock, TuningMethod.Supervised).ShouldBeNull();
        ProfileCatalog.SisterOf(bedrock, TuningMethod.Dpo).ShouldBeNull();
    }
}
