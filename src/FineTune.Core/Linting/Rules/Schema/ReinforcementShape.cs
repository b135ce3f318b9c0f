using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Schema;

/// <summary>FT2032: a reinforcement example does not end with the user, or lacks what its grader asks for.</summary>
internal sealed class ReinforcementShape() : ExampleRule("FT2032", "reinforcement-shape", Severity.Error, "A reinforcement example is not what the grader or the host needs")
{
    public static ReinforcementShape Rule { get; } = new();

    public override bool AppliesTo(DatasetScope scope) => scope.Method == TuningMethod.Reinforcement;

    public override bool AppliesTo(ExampleFormat format) => format is ExampleFormat.Chat or ExampleFormat.Gemini;

    public override void Check(Example example, Inspection inspection)
    {
        if (example.Format == ExampleFormat.Gemini)
        {
            CheckReferences(example, inspection);
        }
        CheckMessages(example, inspection);
        if (inspection.Scope.GraderFields is { Count: > 0 } fields)
        {
            CheckFields(example, fields, inspection);
        }
        else if (inspection.Scope.Profile.Reinforcement.FieldsExpected && !HasField(example, inspection.Scope.Profile))
        {
            inspection.Report(this, Severity.Warning, example, 0, "the line has no field beside its messages; a grader usually compares the answer with one");
        }
    }

    private void CheckMessages(Example example, Inspection inspection)
    {
        var messages = example.Conversation;
        if (example.RolesAreKnown && messages[^1].Role is not (MessageRole.User or MessageRole.Tool))
        {
            var role = SafeText.Quote(example.Show(messages[^1].RoleNode));
            inspection.Report(this, example, messages[^1].RoleNode, $"the last message is from {role}; in reinforcement the model writes the answer itself, so it must be from the user");
        }
        if (inspection.Scope.Profile.Reinforcement.SystemMessages)
        {
            return;
        }
        foreach (ref readonly var message in messages)
        {
            if (message.Role == MessageRole.System)
            {
                inspection.Report(this, example, message.RoleNode, $"{inspection.Scope.Profile.Title} takes no system message in reinforcement examples; a developer message takes its place");
            }
        }
    }

    /// <summary>What Gemini's reward is told of a line is a map of texts.</summary>
    private void CheckReferences(Example example, Inspection inspection)
    {
        var references = example.Find(0, "references"u8);
        if (references >= 0 && example.Node(references).Kind != Datasets.Json.JsonKind.Object)
        {
            inspection.Report(this, example, references, $"\"references\" is {ValueWords.Of(example, references)}; it must be an object of names and texts");
            return;
        }
        foreach (var property in references < 0 ? default : example.Tape.Properties(references))
        {
            if (!example.Node(property.Value).IsText)
            {
                inspection.Report(this, example, property.Value, $"the reference {SafeText.Quote(example.Show(property.Name))} is {ValueWords.Of(example, property.Value)}; it must be a string");
            }
        }
    }

    private void CheckFields(Example example, IReadOnlyList<string> fields, Inspection inspection)
    {
        foreach (var field in fields)
        {
            if (example.Find(0, System.Text.Encoding.UTF8.GetBytes(field)) < 0)
            {
                inspection.Report(this, example, 0, $"the grader reads {SafeText.Quote($"{{{{item.{field}}}}}")}, but the line has no {SafeText.Quote(field)}");
            }
        }
    }

    private static bool HasField(Example example, Profile profile)
    {
        foreach (var property in example.Tape.Properties(0))
        {
            if (!profile.KnowsKey(example.Show(property.Name)))
            {
                return true;
            }
        }
        return false;
    }
}
