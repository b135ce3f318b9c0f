using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Answers;

/// <summary>A rule about the text of single examples, of each format that has texts.</summary>
internal abstract class AnswerRule(string code, string name, Severity severity, string title) : ExampleRule(code, name, severity, title)
{
    public override bool AppliesTo(ExampleFormat format) => HasMessages(format) || format is ExampleFormat.PromptCompletion or ExampleFormat.Alpaca;
}
