namespace FineTune.Core.Tests.Linting.Hosts;

/// <summary>Each host takes its own documentation's rows in silence, and what it refuses is named at its place.</summary>
public class TheSamplesOfHosts
{
    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var known in HostSamples.All.SelectMany(samples => samples.Cases.Select(row => (samples.Profile, row.Name))))
            {
                rows.Add(known.Profile, known.Name);
            }
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void FindWhatTheySayAndNothingElse(string profile, string name)
    {
        var known = HostSamples.Of(profile)!.Cases.Single(row => row.Name == name);
        var found = FoundInCase.Of(known);

        known.Profile.ShouldBe(profile);
        found.Shown.ShouldBe(known.Finds, customMessage: string.Join('\n', found.Messages));
    }
}
