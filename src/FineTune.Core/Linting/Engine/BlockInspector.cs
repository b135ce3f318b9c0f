using System.Text.Unicode;
using FineTune.Core.Contracts;
using FineTune.Core.Counting;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Datasets.Lines;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Linting.Diagnosis;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Rules.Limits;

namespace FineTune.Core.Linting.Engine;

/// <summary>Checks the lines of a block, one worker at a time.</summary>
internal sealed class BlockInspector(DatasetScope scope, IReadOnlyList<ExampleRule> rules)
{
    private readonly Inspection inspection = new(scope);

    private readonly TextStudy study = new(scope);

    private readonly Example example = new();

    private readonly TokenSum sum = new();

    private readonly int? mostTokens = scope.MaxExampleTokens;

    private readonly int knownRoles = scope.KnownRoles;

    /// <summary>The rules that judge a line, by its format; each list is made when it is first needed.</summary>
    private readonly ExampleRule[]?[] rulesOf = new ExampleRule[]?[Enum.GetValues<ExampleFormat>().Length];

    private readonly ContractStudy? contract = scope.WithContract ? new ContractStudy() : null;

    private readonly TokenBound bound = new();

    private TokenMeter? meter;

    private Census? census;

    /// <summary>Checks a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="skip">Bytes at its start that are no line: the byte-order mark.</param>
    /// <param name="facts">An empty list for what is remembered of its examples; null where nothing is.</param>
    public BlockReport Inspect(LineBlock block, int skip, List<ExampleFacts>? facts)
    {
        var (examples, blankLines, uploadBytes) = (0, 0, 0L);
        var (start, lineNumber, inConflict) = (skip, block.FirstLine, false);
        while (start < block.Length)
        {
            var rest = block.Buffer.AsSpan(start, block.Length - start);
            var newline = rest.IndexOf((byte)'\n');
            var line = (newline < 0 ? rest : rest[..newline]).TrimEnd((byte)'\r');
            if (line.IndexOfAnyExcept((byte)' ', (byte)'\t', (byte)'\r') < 0)
            {
                blankLines++;
                inspection.Report(FileRules.BlankLine, line, lineNumber, 0, line.Length, "the line is blank; some hosts count it as a broken example");
            }
            else if (inConflict && line[0] is (byte)'=' or (byte)'|' or (byte)'>' && line.Length > 6 && line[..7].IndexOfAnyExcept(line[0]) < 0)
            {
                // The first mark of a conflict was reported for all of them.
                inConflict = line[0] != '>';
            }
            else
            {
                inConflict |= line.StartsWith("<<<<<<< "u8);
                examples++;
                uploadBytes += line.Length + 1;
                example.Start(block.Buffer, start, line.Length, lineNumber, block.FileOffset + start);
                var after = newline < 0 ? default : rest[(newline + 1)..];
                if (TryRead(line, after, out var more))
                {
                    Judge();
                    CountTokens();
                    contract?.Observe(example);
                    facts?.Add(study.AddTo(ExampleFacts.Of(example, inspection.Scratch), example, inspection.Signals));
                }
                lineNumber += after[..more].Count((byte)'\n');
                start += more;
                uploadBytes += more;
            }
            start += newline < 0 ? rest.Length : newline + 1;
            lineNumber++;
        }
        var taken = census;
        census = null;
        return new BlockReport(inspection.Take(), facts, examples, blankLines, uploadBytes, scope.WithTokens ? sum.Take() : null) { Census = taken, Contract = contract?.Take() };
    }

    /// <summary>Reads the line as an object; false where a fault in its bytes was reported instead.</summary>
    /// <param name="line">The line.</param>
    /// <param name="after">What comes after it in its block.</param>
    /// <param name="more">How many bytes of that belong to the line, which was broken inside of a string.</param>
    private bool TryRead(ReadOnlySpan<byte> line, ReadOnlySpan<byte> after, out int more)
    {
        more = 0;
        inspection.Begin();
        if (line.Length > scope.Profile.Limits.MaxLineBytes)
        {
            inspection.Report(FileRules.LineTooLong, line, example.LineNumber, 0, 0, LineLimit.Message(line.Length, scope.Profile));
            return false;
        }
        if (!Utf8.IsValid(line))
        {
            EncodingDiagnosis.Report(inspection, example);
            return false;
        }
        var fault = example.Tape.Parse(line);
        if (fault.Kind != JsonFaultKind.None)
        {
            more = SplitString.Find(line, fault, after);
            JsonDiagnosis.Report(inspection, example, fault, isSplit: more > 0);
            return false;
        }
        if (example.Node(0).Kind != JsonKind.Object)
        {
            inspection.Report(
                FileRules.LineNotObject,
                example,
                0,
                $"the line is {ValueWords.Of(example, 0)}; each line must be a JSON object{(IsMessageList() ? ": {\"messages\": [ … ]}" : "")}");
            return false;
        }
        ValueDiagnosis.Report(inspection, example);
        inspection.Signals.Read(line);
        ExampleReader.Read(example, scope.HasItems);
        if (example.Format != ExampleFormat.ShareGpt)
        {
            example.KeepRoles(knownRoles);
        }
        return true;
    }

    private void Judge()
    {
        foreach (var rule in rulesOf[(int)example.Format] ??= RulesFor(example.Format))
        {
            if (inspection.IsAbandoned)
            {
                return;
            }
            rule.Check(example, inspection);
        }
    }

    private ExampleRule[] RulesFor(ExampleFormat format)
    {
        var (fits, isDead) = (MethodFormats.Fits(scope, format), DeadFormat.Is(scope, format));
        return [.. rules.Where(rule => (fits || !rule.NeedsFittingFormat) && !(isDead && rule.IsAboutKeys) && rule.AppliesTo(format))];
    }

    /// <summary>
    /// Counts where it is asked for, or where it must: where the example may be over the limit. A line that a rule gave up counts like any other:
    /// what is no error here is sent and paid for.
    /// </summary>
    private void CountTokens()
    {
        if (!scope.WithTokens && (inspection.IsAbandoned || mostTokens is not { } most || !bound.MayExceed(example, most)))
        {
            return;
        }
        var tokens = (meter ??= new TokenMeter(scope.Encoding)).Count(example, mostTokens);
        sum.Add(tokens);
        if (inspection.IsAbandoned)
        {
            return;
        }
        if (scope.WithCensus)
        {
            (census ??= new Census()).Add(
                example,
                tokens.TotalTokens,
                hasTools: tokens.Estimates.HasFlag(TokenEstimates.Tools),
                hasImages: (tokens.Estimates & (TokenEstimates.Images | TokenEstimates.UnknownImages)) != 0);
        }
        if (mostTokens is { } limit && ExampleTooLong.MessageFor(tokens, limit) is { } message)
        {
            inspection.Report(ExampleTooLong.Rule, tokens.TrainedTokens == 0 ? Severity.Error : null, example, message);
        }
    }

    private bool IsMessageList() =>
        example.Node(0).Kind == JsonKind.Array && example.Tape.Count > 1 && example.Find(1, "role"u8) >= 0;
}
