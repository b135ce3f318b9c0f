using System.Collections.Frozen;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Rules.Across;
using FineTune.Core.Linting.Rules.Answers;
using FineTune.Core.Linting.Rules.Limits;
using FineTune.Core.Linting.Rules.Messages;
using FineTune.Core.Linting.Rules.Privacy;
using FineTune.Core.Linting.Rules.Quality;
using FineTune.Core.Linting.Rules.Schema;
using FineTune.Core.Linting.Rules.Secrets;
using FineTune.Core.Linting.Rules.Sequence;
using FineTune.Core.Linting.Rules.Tools;

namespace FineTune.Core.Linting;

/// <summary>Every rule of the linter, in the order in which examples are judged.</summary>
internal static class RuleBook
{
    public static IReadOnlyList<ExampleRule> ExampleRules { get; } =
    [
        MixedFormats.Rule,
        UnknownFormat.Rule,
        new ToolsNotSupported(),
        UnknownKey.Rule,
        PreferenceShape.Rule,
        new CompletionsInvalid(),
        PromptCompletionShape.Rule,
        new MessagesMissing(),
        new MessageNotObject(),
        new RoleMissing(),
        RoleUnknown.Rule,
        MessageUnknownKey.Rule,
        ContentMissing.Rule,
        ContentType.Rule,
        new ContentBlocks(),
        new ContentEmpty(),
        WeightInvalid.Rule,
        WeightOnOtherRole.Rule,
        new NameInvalid(),
        new AssistantMissing(),
        new LastMessageNotAssistant(),
        new UserMissing(),
        new SystemNotFirst(),
        new SeveralSystemMessages(),
        new RolesDoNotAlternate(),
        new NothingToTrain(),
        ReinforcementShape.Rule,
        new PreferenceIdentical(),
        ToolsInvalid.Rule,
        ToolCallsInvalid.Rule,
        ToolArgumentsNotString.Rule,
        ToolArgumentsJson.Rule,
        ToolArgumentsSchema.Rule,
        ToolNotDeclared.Rule,
        ToolResultUnmatched.Rule,
        new TextToolsInvalid(),
        new ValueCallsInvalid(),
        new BlockToolsInvalid(),
        new BlockCallsInvalid(),
        new BlockInputSchema(),
        new BlockCallsUndeclared(),
        new BlockResultUnmatched(),
        FunctionsDeprecated.Rule,
        ImagePartInvalid.Rule,
        new BlockMediaInvalid(),
        TooManyImages.Rule,
        new ChatTemplateInText(),
        new Secret(),
        new ForeignIdentity(),
        new RepetitiveAnswer(),
        Mojibake.Rule,
        new RepeatedTurn(),
        PlaceholderText.Rule,
    ];

    public static IReadOnlyList<DatasetRule> DatasetRules { get; } =
    [
        new FormatsOfLines(),
        new ColumnsDiffer(),
        new RoleTagsDiffer(),
        new KeysDiffer(),
        new FieldsDiffer(),
        new WeightOnSomeLines(),
        NullKeysRule.Rule,
        TooFewExamples.Rule,
        new FewExamples(),
        new TooManyExamples(),
        new FileTooLarge(),
        TotalTokens.Rule,
        new TooManyExamplesWithImages(),
        DuplicateExample.Rule,
        new ConflictingAnswers(),
        new NearDuplicate(),
        new SystemPromptDrift(),
        new Refusals(),
        new TruncatedAnswers(),
        IdenticalPrompts.Rule,
        new LabelImbalance(),
        new OutlierLength(),
        new BrokenFormat(),
        new EscapedTwice(),
        new UnfilledTemplate(),
        new SuspectLabel(),
        new ToolsNeverDeclined(),
        new PreferenceLength(),
        PersonalDataRule.Rule,
        RepeatedPersonalData.Rule,
    ];

    /// <summary>The rules about data, by code.</summary>
    public static IReadOnlyList<Rule> OfData { get; } = Sorted(
        FileRules.All
            .Concat(ExampleRules)
            .Concat(DatasetRules)
            .Append(ExampleTooLong.Rule)
            .Concat([ValidationOverlap.Rule, ValidationNearOverlap.Rule, ValidationMissingTools.Rule, SplitLeakByGroup.Rule]));

    /// <summary>Every rule there is, by code.</summary>
    public static IReadOnlyList<Rule> All { get; } =
        Sorted(ManifestRules.All.Concat(OfData).Concat(LockRules.All).Concat(LifecycleRules.All).Concat(AnalyzerRules.All).Concat(ReleaseRules.All).Concat(ToolRules.All));

    private static readonly FrozenDictionary<string, Rule> ByCode = All.ToFrozenDictionary(rule => rule.Code, StringComparer.Ordinal);

    /// <summary>The rule of a finding.</summary>
    public static Rule RuleOf(Finding finding) => ByCode[finding.Code];

    // What several types find under one code is one rule to the reader: that of the first.
    private static IReadOnlyList<Rule> Sorted(IEnumerable<Rule> rules) => [.. rules.DistinctBy(rule => rule.Code).OrderBy(rule => rule.Code, StringComparer.Ordinal)];
}
