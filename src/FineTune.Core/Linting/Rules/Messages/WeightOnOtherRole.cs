using System.Text;
using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Messages;

/// <summary>FT2021: a weight on a message that is not trained.</summary>
internal sealed class WeightOnOtherRole() : ExampleRule("FT2021", "weight-on-other-role", Severity.Warning, "A weight stands on a message that is never trained")
{
    public static WeightOnOtherRole Rule { get; } = new();

    public override bool AppliesTo(DatasetScope scope) => scope.Profile.MessageKeys.Contains("weight");

    /// <summary>Whether a message whose role may have no weight has one.</summary>
    public static bool IsOn(Example example, in Message message, Profile profile)
    {
        if (message.Weight < 0 || message.Role == MessageRole.Unknown)
        {
            return false;
        }
        foreach (var role in profile.Weights.MessageRoles)
        {
            if (Ascii.Equals(example.RawText(message.RoleNode), role))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Whether the host refuses such data.</summary>
    public bool IsRefused(Inspection inspection) => inspection.Scope.SeverityOf(this) == Severity.Error;

    public override void Check(Example example, Inspection inspection)
    {
        var profile = inspection.Scope.Profile;
        foreach (ref readonly var message in example.Messages)
        {
            // One that is no weight at all is FT2020's, where that weighs more.
            if (IsOn(example, message, profile) && (IsRefused(inspection) || WeightInvalid.IsValid(example, message.Weight, profile)))
            {
                inspection.Report(
                    this,
                    example,
                    message.Weight - 1,
                    $"weight stands on a {SafeText.Quote(example.Show(message.RoleNode))} message; only assistant messages are trained, and only they may have one");
            }
        }
    }
}
