using FineTune.Core.Datasets;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Rules.Schema;

/// <summary>FT2020: a weight is neither 0 nor 1.</summary>
internal sealed class WeightInvalid() : ExampleRule("FT2020", "weight-invalid", Severity.Error, "A weight is neither 0 nor 1")
{
    public override bool AppliesTo(DatasetScope scope) => scope.Profile.MessageKeys.Contains("weight");

    /// <summary>Whether a weight is one that hosts take.</summary>
    public static bool IsValid(Example example, int weight) => example.Raw(weight) is [(byte)'0' or (byte)'1'];

    public override void Check(Example example, Inspection inspection)
    {
        foreach (ref readonly var message in example.Messages)
        {
            // Where no other role may have one, FT2021 takes it away.
            if (message.Weight >= 0 && !IsValid(example, message.Weight) && !(WeightOnOtherRole.IsOn(message) && WeightOnOtherRole.Rule.IsRefused(inspection)))
            {
                inspection.Report(
                    this,
                    example,
                    message.Weight,
                    example.Node(message.Weight).IsText
                        ? $"weight is the string {SafeText.Quote(example.Show(message.Weight))}; it must be the number 0 (skip) or 1 (train)"
                        : $"weight is {SafeText.Clean(example.Show(message.Weight))}; it must be 0 (skip) or 1 (train)");
            }
        }
    }
}
