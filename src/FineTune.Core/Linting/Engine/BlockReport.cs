using FineTune.Core.Contracts;
using FineTune.Core.Counting;
using FineTune.Core.Datasets.Facts;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Engine;

/// <summary>What came of one block.</summary>
/// <param name="Findings">What was found, by rule and cause.</param>
/// <param name="Facts">One for each example that could be read; null where nobody wants to know.</param>
/// <param name="Examples">Lines that are not blank.</param>
/// <param name="BlankLines">Lines that are.</param>
/// <param name="UploadBytes">Bytes after normalising.</param>
/// <param name="Tokens">Tokens; null unless they were asked for.</param>
internal sealed record BlockReport(
    CauseTally Findings,
    List<ExampleFacts>? Facts,
    int Examples,
    int BlankLines,
    long UploadBytes,
    TokenTotals? Tokens)
{
    /// <summary>What the examples are like; null unless it was asked for.</summary>
    public Census? Census { get; init; }

    /// <summary>What the examples have in common; null unless it was asked for.</summary>
    public ContractTally? Contract { get; init; }
}
