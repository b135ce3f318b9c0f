using System.Text;
using FineTune.Core.Findings;

namespace FineTune.Core.Tests.Linting;

/// <summary>Broken data with one fault each, and sound data of every format and host; each case says what it is to find, and nothing else may be found.</summary>
public class TheCases
{
    private static readonly string[] AboutTheirNumber = ["FT3001", "FT3002"];

    public static TheoryData<string> Broken => NamesOf("broken");

    public static TheoryData<string> Sound => NamesOf("sound");

    [Theory]
    [MemberData(nameof(Broken))]
    public void ABrokenOneHasItsFaultsAtTheirPlaces(string name)
    {
        var found = Find(name);

        found.Case.Finds.ShouldNotBeEmpty();
        found.Shown.ShouldBe(found.Case.Finds, customMessage: string.Join('\n', found.Messages));
    }

    [Theory]
    [MemberData(nameof(Sound))]
    public void ASoundOneHasNone(string name)
    {
        var found = Find(name);

        found.Case.Finds.ShouldBeEmpty();
        found.Messages.ShouldBeEmpty();
    }

    private static TheoryData<string> NamesOf(string kind) => [.. LintCase.All.Where(known => known.Kind == kind).Select(known => known.Name)];

    private static (LintCase Case, string[] Shown, string[] Messages) Find(string name)
    {
        var known = LintCase.All.Single(other => other.Name == name);
        using var dataset = new Dataset(known.Content) { Profile = known.Profile, Method = known.Method };
        var findings = dataset.Lint().Findings.Where(finding => known.IsCounted ? finding.Code != "FT3002" : !AboutTheirNumber.Contains(finding.Code)).ToArray();
        var lines = Encoding.UTF8.GetString(known.Content).TrimStart('\uFEFF').Split('\n');
        return (known, [.. findings.Select(finding => Show(finding, lines))], [.. findings.Select(finding => $"{finding.Range.Start} {finding.Severity} {finding.Code}: {finding.Message}")]);
    }

    // A finding is shown by its code, its line and the very text it points at; the whole line, or none, is left out.
    private static string Show(Finding finding, string[] lines)
    {
        var (start, end) = (finding.Range.Start, finding.Range.End);
        var line = lines[start.Line - 1].TrimEnd('\r');
        var text = start.Line == end.Line && end.Column > start.Column ? line[(start.Column - 1)..Math.Min(end.Column - 1, line.Length)] : "";
        return text.Length == 0 || text.Length == line.Length && !line.StartsWith('[') ? $"{finding.Code}@{start.Line}" : $"{finding.Code}@{start.Line} {text}";
    }
}
