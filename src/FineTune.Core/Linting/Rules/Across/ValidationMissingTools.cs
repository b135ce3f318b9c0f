using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Rules.Quality;
using FineTune.Core.Linting.Tools;

namespace FineTune.Core.Linting.Rules.Across;

/// <summary>FT6003: the validation data has tools, roles or system prompts that training never shows.</summary>
internal sealed class ValidationMissingTools() : DataRule("FT6003", "validation-missing-tools", Severity.Warning, "The validation data uses tools, roles or system prompts that training never shows")
{
    internal override bool OncePerFile => true;

    /// <summary>Prompts that differ from line to line are made from a template, in validation as in training.</summary>
    private const int Shown = 5;

    private const int MostPrompts = 20;

    /// <summary>Compares two datasets of one model.</summary>
    public static ValidationMissingTools Rule { get; } = new();

    public void Check(StudiedDataset training, StudiedDataset validation, DatasetFindings findings)
    {
        if (training.Index.Count == 0 || validation.Index.Count == 0)
        {
            return;
        }
        CheckRoles(training.Traits, validation.Traits, findings);
        CheckTools(training, validation, findings);
        CheckPrompts(training.Traits, validation.Traits, findings);
    }

    private void CheckRoles(DatasetTraits training, DatasetTraits validation, DatasetFindings findings)
    {
        foreach (var (role, place) in validation.Roles)
        {
            // Developer is the newer name of system.
            if (!training.Roles.ContainsKey(role) && !(IsInstruction(role) && training.Roles.Keys.Any(IsInstruction)))
            {
                findings.Report(this, place, $"this validation example has a message of role \"{role.Name()}\", and no training example has one; it measures what was not trained");
            }
        }
    }

    private static bool IsInstruction(MessageRole role) => role is MessageRole.System or MessageRole.Developer;

    private void CheckTools(StudiedDataset training, StudiedDataset validation, DatasetFindings findings)
    {
        var unknown = validation.Traits.Tools.Where(list => !training.Traits.Tools.ContainsKey(list.Key)).Select(list => list.Value).ToList();
        if (unknown.Count == 0 || training.Traits.Tools.Count > DatasetTraits.Most)
        {
            return;
        }
        var seen = new DatasetFindings(training.Scope, training.Files, training.Report);
        var names = training.Traits.Tools.Values.SelectMany(place => NamesOf(seen, place)).ToHashSet(StringComparer.Ordinal);
        foreach (var place in unknown.OrderBy(place => (place.File, place.Offset)))
        {
            var missing = NamesOf(findings, place).Where(name => names.Add(name)).ToList();
            if (missing.Count > 0)
            {
                var tools = (missing.Count == 1 ? "the tool " : "the tools ") + string.Join(", ", missing.Take(Shown).Select(SafeText.Quote)) + InWords.More(missing.Count - Shown);
                findings.Report(
                    this,
                    place,
                    example => example.Tools < 0 ? null : (example.Node(example.Tools).Start, example.Node(example.Tools).End),
                    $"this validation example declares {tools}, which no training example declares; it measures what was not trained");
            }
        }
    }

    private static IEnumerable<string> NamesOf(DatasetFindings findings, ExamplePlace place) =>
        findings.ReadAgain(place) is { } example ? ToolBox.Of(example).Names.Order(StringComparer.Ordinal) : [];

    private void CheckPrompts(DatasetTraits training, DatasetTraits validation, DatasetFindings findings)
    {
        if (training.Prompts.Count is 0 or > MostPrompts || validation.Prompts.Count > MostPrompts)
        {
            return;
        }
        var unknown = validation.Prompts.Where(prompt => !training.Prompts.ContainsKey(prompt.Key)).Select(prompt => prompt.Value).OrderBy(prompt => (prompt.First.File, prompt.First.Offset)).ToList();
        if (unknown.Count > 0)
        {
            var count = unknown.Sum(prompt => prompt.Count);
            findings.Report(
                this,
                unknown[0].First,
                Instruction.In,
                count == 1
                    ? "this validation example has a system prompt that no training example has; it measures what was not trained"
                    : $"{count:N0} validation examples, this one first, have a system prompt that no training example has; they measure what was not trained");
        }
    }
}
