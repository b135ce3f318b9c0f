using FineTune.Core.Datasets;
using FineTune.Core.Linting.Answers;

namespace FineTune.Core.Linting.Rules.Answers;

/// <summary>Where rules about a dataset point: the last answer of an example.</summary>
internal static class LastAnswer
{
    public static (int Start, int End)? In(Example example) =>
        AnswerTexts.Last(example) is >= 0 and var node ? (example.Node(node).Start, example.Node(node).End) : null;
}
