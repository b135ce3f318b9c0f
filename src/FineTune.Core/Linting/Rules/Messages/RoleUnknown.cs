using System.Text;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Messages;

/// <summary>FT2009: a role that the host does not know.</summary>
internal sealed class RoleUnknown() : ExampleRule("FT2009", "role-unknown", Severity.Error, "A message has a role that the host does not know")
{
    public static RoleUnknown Rule { get; } = new();

    private static readonly string[] ShareGptRoles = ["human", "gpt", "system", "observation", "function_call", "user", "assistant", "tool", "function_response", "tool_response", "model"];

    public override bool AppliesTo(ExampleFormat format) => HasMessages(format);

    public override void Check(Example example, Inspection inspection)
    {
        var roles = inspection.Scope.Profile.Roles;
        roles = example.Format switch
        {
            ExampleFormat.ShareGpt => ShareGptRoles,
            ExampleFormat.ChosenRejected => [.. roles, .. ShareGptRoles],
            _ => roles,
        };
        foreach (ref readonly var message in example.Messages)
        {
            if (message.RoleNode >= 0 && !IsKnown(example, message.RoleNode, roles))
            {
                var allowed = InWords.Or(roles);
                inspection.Report(this, example, message.RoleNode, example.Node(message.RoleNode).IsText
                    ? $"role is {SafeText.Quote(example.Show(message.RoleNode))}; {inspection.Scope.Profile.Title} takes {allowed}{Hint(example.Show(message.RoleNode), roles)}"
                    : $"role is {ValueWords.Of(example, message.RoleNode)}; it must be one of {allowed}");
            }
        }
    }

    private static bool IsKnown(Example example, int role, IReadOnlyList<string> roles)
    {
        for (var i = 0; i < roles.Count; i++)
        {
            if (example.Node(role).IsText && Ascii.Equals(example.Name(role), roles[i]))
            {
                return true;
            }
        }
        return false;
    }

    private static string Hint(string role, IReadOnlyList<string> roles) => role switch
    {
        "assistant" when roles.Contains("model") => " (did you mean \"model\"?)",
        "human" => " (did you mean \"user\"?)",
        "gpt" or "model" or "bot" or "ai" or "chatbot" => " (did you mean \"assistant\"?)",
        _ => DidYouMean.Of(role, roles),
    };
}
