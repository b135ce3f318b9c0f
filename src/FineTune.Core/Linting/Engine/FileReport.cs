using FineTune.Core.Counting;
using FineTune.Core.Datasets.Lines;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Engine;

/// <summary>What came of one file.</summary>
/// <param name="Findings">In order of place.</param>
/// <param name="Data">Its sizes.</param>
/// <param name="Places">What finds the line of an offset.</param>
internal sealed record FileReport(IReadOnlyList<LineFinding> Findings, DataFileReport Data, LinePlaces Places);
