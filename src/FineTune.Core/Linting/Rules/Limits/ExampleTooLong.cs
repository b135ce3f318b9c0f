using FineTune.Core.Counting;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Limits;

/// <summary>FT3005: an example has more tokens than the model trains on; an error where nothing to learn is left before the cut.</summary>
internal sealed class ExampleTooLong() : DataRule("FT3005", "example-too-long", Severity.Warning, "An example is longer than what the model trains on")
{
    public static ExampleTooLong Rule { get; } = new();

    /// <summary>What to say of an example, if anything.</summary>
    public static string? MessageFor(ExampleTokenCount tokens, int limit) =>
        !tokens.Truncated ? null
        : tokens.TrainedTokens == 0 ? $"the example has about {tokens.TotalTokens:N0} tokens; the model trains on the first {limit:N0}, and no answer is left before that cut"
        : $"the example has about {tokens.TotalTokens:N0} tokens; the model trains on the first {limit:N0}, the rest is cut off";
}
