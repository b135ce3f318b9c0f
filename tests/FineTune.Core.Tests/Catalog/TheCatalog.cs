using System.Text.RegularExpressions;
using FineTune.Core.Catalog;

namespace FineTune.Core.Tests.Catalog;

public sealed partial class TheCatalog
{
    public static TheoryData<string> Names => new(ProfileCatalog.Names);

    [Fact]
    public void KnowsItsProfiles() => ProfileCatalog.Names.ShouldBe([
        "axolotl", "azure", "bedrock", "bedrock_reinforcement", "emulator", "fireworks", "gemini", "generic", "llama_factory", "mistral", "nebius", "openai", "together", "trl",
    ]);

    [Fact]
    public void HasNoProfileOfAnotherName() => ProfileCatalog.Find("opnai").ShouldBeNull();

    [Theory]
    [MemberData(nameof(Names))]
    public void ReadsEachProfile(string name)
    {
        var profile = ProfileCatalog.Find(name)!;

        profile.Name.ShouldBe(name);
        profile.Title.ShouldNotBeNullOrWhiteSpace();
        profile.Methods.ShouldNotBeEmpty();
        profile.Limits.MaxLineBytes.ShouldBeGreaterThan(0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void WeighsOnlyRules(string name) =>
        ProfileCatalog.Find(name)!.Severities.Keys.ShouldAllBe(code => RuleCode().IsMatch(code));

    [Theory]
    [MemberData(nameof(Names))]
    public void NamesASourceForEachDay(string name)
    {
        var profile = ProfileCatalog.Find(name)!;
        var days = profile.Models
            .SelectMany(model => new[] { model.TrainingEnds, model.ShutDown })
            .Append(profile.NoNewJobsAfter)
            .OfType<DatedFact>();

        days.ShouldAllBe(day => day.Day.Year >= 2023 && day.Source.Length > 10);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void SaysWhereAndWhenItWasRead(string name)
    {
        var sources = ProfileCatalog.Find(name)!.Sources;

        sources.ShouldNotBeEmpty();
        sources.ShouldAllBe(source => source.Title.Length > 10 && source.Read.Year >= 2026);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void OffersNoModelAMethodThatTheHostDoesNotOffer(string name)
    {
        var profile = ProfileCatalog.Find(name)!;

        profile.Models.SelectMany(model => model.Methods).Except(profile.Methods).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void GivesEachNameToOneModel(string name) =>
        ProfileCatalog.Find(name)!.Models.SelectMany(model => model.Aliases.Append(model.Id)).ShouldBeUnique();

    [GeneratedRegex("^FT[0-9]{4}$")]
    private static partial Regex RuleCode();
}
