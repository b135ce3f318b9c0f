using System.Buffers.Text;
using System.Globalization;
using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Messages;

/// <summary>FT2020: the weight of a message, or of a whole line, is not one that the host takes.</summary>
internal sealed class WeightInvalid() : ExampleRule("FT2020", "weight-invalid", Severity.Error, "A weight is not one that the host takes")
{
    public static WeightInvalid Rule { get; } = new();

    public override bool AppliesTo(DatasetScope scope) => scope.Profile.MessageKeys.Contains("weight") || scope.Profile.Weights.Sample is not null;

    public override bool AppliesTo(ExampleFormat format) =>
        format is ExampleFormat.Chat or ExampleFormat.Preference or ExampleFormat.PromptCompletion or ExampleFormat.Text;

    /// <summary>Whether the weight of a message is one that the host takes.</summary>
    public static bool IsValid(Example example, int weight, Profile profile)
    {
        Span<byte> text = stackalloc byte[11];
        foreach (var value in profile.Weights.MessageValues)
        {
            if (Utf8Formatter.TryFormat(value, text, out var length) && example.Raw(weight).SequenceEqual(text[..length]))
            {
                return true;
            }
        }
        return false;
    }

    public override void Check(Example example, Inspection inspection)
    {
        var profile = inspection.Scope.Profile;
        if (profile.Weights.Sample is { } sample)
        {
            CheckSample(example, sample, inspection);
        }
        foreach (ref readonly var message in example.Messages)
        {
            // Where no other role may have one, FT2021 takes it away.
            if (message.Weight >= 0 && !IsValid(example, message.Weight, profile) && !(WeightOnOtherRole.IsOn(example, message, profile) && WeightOnOtherRole.Rule.IsRefused(inspection)))
            {
                var wanted = InWords.Or([.. profile.Weights.MessageValues.Select(Meaning)]);
                inspection.Report(
                    this,
                    example,
                    message.Weight,
                    example.Node(message.Weight).IsText
                        ? $"weight is the string {SafeText.Quote(example.Show(message.Weight))}; it must be the number {wanted}"
                        : $"weight is {SafeText.Clean(example.Show(message.Weight))}; it must be {wanted}");
            }
        }
    }

    private void CheckSample(Example example, SampleWeight sample, Inspection inspection)
    {
        var weight = example.Find(0, "weight"u8);
        if (weight < 0 || example.Node(weight).Kind == JsonKind.Null)
        {
            return;
        }
        var isNumber = example.Node(weight).Kind == JsonKind.Number && Utf8Parser.TryParse(example.Raw(weight), out double value, out _) && double.IsFinite(value) && !(value < sample.Min);
        if (!isNumber)
        {
            var what = example.Node(weight).Kind == JsonKind.Number ? SafeText.Clean(example.Show(weight)) : ValueWords.Of(example, weight);
            var bound = sample.Min is { } min ? $" of {min.ToString(CultureInfo.InvariantCulture)} or more" : "";
            inspection.Report(this, example, weight, $"the weight of the line is {what}; at {inspection.Scope.Profile.Title} it must be a number{bound}");
        }
    }

    private static string Meaning(int value) => value switch
    {
        0 => "0 (skip)",
        1 => "1 (train)",
        _ => value.ToString(CultureInfo.InvariantCulture),
    };
}
