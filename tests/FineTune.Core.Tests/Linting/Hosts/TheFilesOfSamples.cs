using System.Text;
using System.Text.Json.Nodes;
using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Files;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Tests.Linting.Hosts;

/// <summary>What the samples of a host must hold, by what its profile says it takes.</summary>
public class TheFilesOfSamples
{
    private const string ACall = "tool_calls|toolUse|functionCall|function_call\"";

    private const string AnImage = "\"image_url\"|\"image\"|inlineData|fileData";

    public static TheoryData<string> Profiles => [.. ProfileCatalog.Names];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void AreThereForEachProfileWithRowsOfBothKinds(string profile)
    {
        var samples = HostSamples.Of(profile).ShouldNotBeNull();

        samples.Valid.ShouldNotBeEmpty();
        samples.Cases.ShouldContain(known => known.Finds.Length > 0);
        samples.Cases.Select(known => known.Name).ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void WereReadWhenTheProfileWas(string profile)
    {
        var (read, known) = (HostSamples.Of(profile)!.Sources, ProfileCatalog.Find(profile)!);

        read.ShouldNotBeEmpty();
        read.ShouldAllBe(source => known.Sources.Any(other => other.Read == source.Read && other.Title.StartsWith(source.Title, StringComparison.Ordinal)), "a source of the profile begins so, and was read on that day");
        read.Max(source => source.Read).ShouldBe(known.LastRead);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void ShowEachMethodAndFormatThatTheHostTakes(string profile)
    {
        var (known, samples) = (ProfileCatalog.Find(profile)!, HostSamples.Of(profile)!);
        var valid = samples.Valid.ToList();

        // A method whose models are all gone is shown by the row that says so.
        known.Methods.Except(samples.Cases.Where(row => row.Finds is [] or ["FT2002@1"]).Select(row => FoundInCase.Of(row).Method)).ShouldBeEmpty();
        // A name that is no format of its own is a pair of prompt and completion in another shape.
        known.Formats.Intersect(Enum.GetValues<ExampleFormat>().Select(MethodFormats.NameOf)).Except(valid.Select(FormatOf)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void ShowEachShapeThatTheHostTakes(string profile)
    {
        var (known, valid) = (ProfileCatalog.Find(profile)!, HostSamples.Of(profile)!.Valid.Select(row => Encoding.UTF8.GetString(row.Content)).ToList());
        var wanted = new List<string>();
        wanted.AddRange(known.Tools.Offered ? [ACall] : []);
        wanted.AddRange(known.Images.Offered ? [AnImage] : []);
        wanted.AddRange(known.MessageKeys.Intersect(["weight", "reasoning", "reasoning_content"]).Select(key => $"\"{key}\""));

        // Questions alone show no answer with calls.
        if (known.Tools.Offered && !known.OwnFormatsOnly && known.Methods is not [TuningMethod.Reinforcement])
        {
            valid.SelectMany(row => row.Split('\n', StringSplitOptions.RemoveEmptyEntries)).ShouldContain(row => HasCallsAtOnce(row), "a message with two calls");
        }
        wanted.Where(shape => !valid.Any(row => shape.Split('|').Any(row.Contains))).ShouldBeEmpty();
    }

    private static bool HasCallsAtOnce(string row)
    {
        var messages = JsonNode.Parse(row.TrimStart('\uFEFF'))!["messages"] as JsonArray ?? [];
        return messages.Any(message => message!["tool_calls"] is JsonArray { Count: > 1 });
    }

    private static string FormatOf(LintCase row)
    {
        var (example, skip) = (new Example(), Utf8Mark.LengthOf(row.Content));
        example.Start(row.Content, skip, row.Content.AsSpan(skip).IndexOf((byte)'\n'), 1, 0);
        example.Tape.Parse(example.Line);
        ExampleReader.Read(example);
        return MethodFormats.NameOf(example.Format);
    }
}
