namespace FineTune.Core.Tests.Linting;

/// <summary>Broken data with one fault each, and sound data of every format and host; each case says what it is to find, and nothing else may be found.</summary>
public class TheCases
{
    public static TheoryData<string> Broken => NamesOf("broken");

    public static TheoryData<string> Sound => NamesOf("sound");

    [Theory]
    [MemberData(nameof(Broken))]
    public void ABrokenOneHasItsFaultsAtTheirPlaces(string name)
    {
        var known = Find(name);
        var found = FoundInCase.Of(known);

        known.Finds.ShouldNotBeEmpty();
        found.Shown.ShouldBe(known.Finds, customMessage: string.Join('\n', found.Messages));
    }

    [Theory]
    [MemberData(nameof(Sound))]
    public void ASoundOneHasNone(string name)
    {
        var known = Find(name);

        known.Finds.ShouldBeEmpty();
        FoundInCase.Of(known).Messages.ShouldBeEmpty();
    }

    private static TheoryData<string> NamesOf(string kind) => [.. LintCase.All.Where(known => known.Kind == kind).Select(known => known.Name)];

    private static LintCase Find(string name) => LintCase.All.Single(other => other.Name == name);
}
