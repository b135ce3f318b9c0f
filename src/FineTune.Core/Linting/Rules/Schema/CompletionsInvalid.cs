using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Schema;

/// <summary>FT2033 for Gemini: not a pair of completions, one scored 1 and one scored 0, for a conversation that ends with the user.</summary>
internal sealed class CompletionsInvalid() : ExampleRule(PreferenceShape.Rule)
{
    public override bool AppliesTo(ExampleFormat format) => format == ExampleFormat.GeminiPreference;

    public override void Check(Example example, Inspection inspection)
    {
        var completions = example.Find(0, "completions"u8);
        if (example.Node(completions).Kind != JsonKind.Array || example.Tape.CountItems(completions) != 2)
        {
            var what = example.Node(completions).Kind == JsonKind.Array ? $"has {Amount.Of(example.Tape.CountItems(completions), "item")}" : $"is {ValueWords.Of(example, completions)}";
            inspection.Report(this, example, completions, $"\"completions\" {what}; it must be a list of two, one with \"score\" 1 and one with 0");
            return;
        }
        foreach (var item in example.Tape.Items(completions))
        {
            if (!CheckItem(example, item, inspection))
            {
                return;
            }
        }
        if (example.Preferred < 0 || example.NonPreferred < 0)
        {
            inspection.Report(this, example, completions, "both completions have the same score, or one that is neither 1 nor 0; one must have 1, the other 0");
        }
        else if (example.RolesAreKnown && example.Conversation is [.., { Role: MessageRole.Assistant } last])
        {
            inspection.Report(this, example, last.RoleNode, "the contents end with the model; the completions are its next answer, so they end with the user");
        }
    }

    private bool CheckItem(Example example, int item, Inspection inspection)
    {
        var (score, completion) = (example.Find(item, "score"u8), example.Find(item, "completion"u8));
        if (score < 0 || completion < 0)
        {
            var missing = score < 0 ? "score" : "completion";
            inspection.Report(this, example, item, $"the completion has no \"{missing}\"; it must be {{\"score\": 1, \"completion\": {{\"role\": \"model\", \"parts\": [ … ]}}}}");
            return false;
        }
        if (example.Node(completion).Kind != JsonKind.Object)
        {
            inspection.Report(this, example, completion, $"\"completion\" is {ValueWords.Of(example, completion)}; it must be a message of the model");
            return false;
        }
        if (example.Find(completion, "role"u8) is >= 0 and var role && example.Is(role, "user"u8))
        {
            inspection.Report(this, example, role, "the completion is from \"user\"; it must be from \"model\"");
            return false;
        }
        return true;
    }
}
