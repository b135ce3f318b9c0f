using FineTune.Core.Findings;
using FineTune.Core.Linting.Rules.Across;
using FineTune.Core.Linting.Rules.Files;
using FineTune.Core.Linting.Rules.Limits;
using FineTune.Core.Linting.Rules.Quality;
using FineTune.Core.Linting.Rules.Schema;
using FineTune.Core.Linting.Rules.Sequence;
using FineTune.Core.Linting.Rules.Tools;

namespace FineTune.Core.Linting;

/// <summary>Every rule of the linter, in the order in which examples are judged.</summary>
internal static class RuleBook
{
    public static IReadOnlyList<ExampleRule> ExampleRules { get; } =
    [
    ];

    public static IReadOnlyList<DatasetRule> DatasetRules { get; } =
    [
    ];
}
