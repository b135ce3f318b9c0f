using FineTune.Core.Findings;
using FineTune.Core.Linting.Lifecycle;
using FineTune.Core.Linting.Rules.Across;
using FineTune.Core.Linting.Rules.Files;
using FineTune.Core.Linting.Rules.Limits;
using FineTune.Core.Linting.Rules.Quality;
using FineTune.Core.Linting.Rules.Schema;
using FineTune.Core.Linting.Rules.Secrets;
using FineTune.Core.Linting.Rules.Sequence;
using FineTune.Core.Linting.Rules.Tools;
using FineTune.Core.Lockfile;
using FineTune.Core.Manifest;

namespace FineTune.Core.Linting;

/// <summary>Every rule of the linter, in the order in which examples are judged.</summary>
internal static class RuleBook
{
    public static IReadOnlyList<ExampleRule> ExampleRules { get; } =
    [
        MixedFormats.Rule,
        UnknownFormat.Rule,
        new UnknownKey(),
        new PreferenceShape(),
        new PromptCompletionShape(),
        new MessagesMissing(),
        new MessageNotObject(),
        new RoleMissing(),
        new RoleUnknown(),
        new MessageUnknownKey(),
        new ContentMissing(),
        new ContentType(),
        new ContentEmpty(),
        new WeightInvalid(),
        WeightOnOtherRole.Rule,
        new NameInvalid(),
        new AssistantMissing(),
        new LastMessageNotAssistant(),
        new UserMissing(),
        new SystemNotFirst(),
        new SeveralSystemMessages(),
        new RolesDoNotAlternate(),
        new NothingToTrain(),
        new ReinforcementShape(),
        new PreferenceIdentical(),
        new ToolsNotSupported(),
        new ToolsInvalid(),
        new ToolCallsInvalid(),
        new ToolArgumentsNotString(),
        new ToolArgumentsJson(),
        new ToolArgumentsSchema(),
        new ToolNotDeclared(),
        new ToolResultUnmatched(),
        new FunctionsDeprecated(),
        new ImagePartInvalid(),
        TooManyImages.Rule,
        new ChatTemplateInText(),
        new Secret(),
        new ForeignIdentity(),
        new RepetitiveAnswer(),
        new Mojibake(),
        new RepeatedTurn(),
        new EscapedTwice(),
        new PlaceholderText(),
    ];

    public static IReadOnlyList<DatasetRule> DatasetRules { get; } =
    [
        new FormatsOfLines(),
        new KeysDiffer(),
        new FieldsDiffer(),
        NullKeysRule.Rule,
        new TooFewExamples(),
        new FewExamples(),
        new TooManyExamples(),
        new FileTooLarge(),
        new TotalTokens(),
        new TooManyExamplesWithImages(),
        new DuplicateExample(),
        new ConflictingAnswers(),
        new NearDuplicate(),
        new SystemPromptDrift(),
        new Refusals(),
        new TruncatedAnswers(),
        IdenticalPrompts.Rule,
        new LabelImbalance(),
        new OutlierLength(),
        new BrokenFormat(),
        PersonalDataRule.Rule,
    ];

    /// <summary>The rules about data, by code.</summary>
    public static IReadOnlyList<Rule> OfData { get; } = Sorted(
        FileRules.All.Where(rule => rule != FileRules.Unreadable)
            .Concat(ExampleRules)
            .Concat(DatasetRules.Where(rule => rule is not (TooManyExamplesWithImages or FieldsDiffer)))
            .Append(ExampleTooLong.Rule)
            .Concat([ValidationOverlap.Rule, ValidationNearOverlap.Rule, ValidationMissingTools.Rule]));

    /// <summary>Every rule of the linter, by code.</summary>
    public static IReadOnlyList<Rule> All { get; } = Sorted(ManifestRules.All.Concat(OfData).Concat(LockRules.All).Concat(LifecycleRules.All));

    private static IReadOnlyList<Rule> Sorted(IEnumerable<Rule> rules) => [.. rules.OrderBy(rule => rule.Code, StringComparer.Ordinal)];
}
