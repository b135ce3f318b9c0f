using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Messages;

/// <summary>FT2009: a role that the host does not know.</summary>
internal sealed class RoleUnknown() : ExampleRule("FT2009", "role-unknown", Severity.Error, "A message has a role that the host does not know")
{
    public static RoleUnknown Rule { get; } = new();

    private static readonly NameList ShareGptRoles = new(["human", "gpt", "system", "observation", "function_call", "user", "assistant", "tool", "function_response", "tool_response", "model"]);

    public override bool AppliesTo(ExampleFormat format) => HasMessages(format);

    public override void Check(Example example, Inspection inspection)
    {
        var roles = example.Format == ExampleFormat.ShareGpt ? ShareGptRoles : inspection.Roles;
        foreach (ref readonly var message in example.Messages)
        {
            if (message.RoleNode >= 0 && !IsKnown(example, message.RoleNode, roles) && !(example.Format == ExampleFormat.ChosenRejected && IsKnown(example, message.RoleNode, ShareGptRoles)))
            {
                Report(example, message.RoleNode, example.Format == ExampleFormat.ChosenRejected ? [.. roles.All, .. ShareGptRoles.All] : roles.All, inspection);
            }
        }
    }

    private void Report(Example example, int role, IReadOnlyList<string> roles, Inspection inspection)
    {
        var allowed = InWords.Or(roles);
        inspection.Report(this, example, role, example.Node(role).IsText
            ? $"role is {SafeText.Quote(example.Show(role))}; {inspection.Scope.Profile.Title} takes {allowed}{Hint(example.Show(role), roles)}"
            : $"role is {ValueWords.Of(example, role)}; it must be one of {allowed}");
    }

    private static bool IsKnown(Example example, int role, NameList roles) => example.Node(role).IsText && roles.Contains(example.Name(role));

    private static string Hint(string role, IReadOnlyList<string> roles) => role switch
    {
        "assistant" when roles.Contains("model") => " (did you mean \"model\"?)",
        "human" => " (did you mean \"user\"?)",
        "gpt" or "model" or "bot" or "ai" or "chatbot" => " (did you mean \"assistant\"?)",
        _ => DidYouMean.Of(role, roles),
    };
}
