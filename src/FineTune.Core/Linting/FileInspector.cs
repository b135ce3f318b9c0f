using System.Collections.Concurrent;
using FineTune.Core.Datasets;
using FineTune.Core.Linting.Diagnosis;
using FineTune.Core.Linting.Rules.Files;

namespace FineTune.Core.Linting;

/// <summary>Checks a file block by block on all cores; what it finds comes in the order of the file.</summary>
internal sealed class FileInspector(
    DatasetScope scope,
    IReadOnlyList<ExampleRule> rules,
    Action<List<ExampleFacts>> observe,
    IProgress<long>? progress,
    CancellationToken cancellation)
{
    private static readonly int Workers = Math.Max(Environment.ProcessorCount, 1);

    private readonly ConcurrentBag<BlockInspector> idle = [];

    /// <summary>Lists that were looked through: what a block makes of its examples is large enough to be worth keeping.</summary>
    private readonly ConcurrentBag<List<ExampleFacts>> spare = [];

    private readonly FileFindings findings = new(scope);

    private readonly LinePlaces places = new();

    private long examples;

    private long uploadBytes;

    private TokenTotals? tokens;

    private readonly Census? census = scope.WithCensus ? new Census() : null;

    public FileReport Inspect(string path)
    {
        using var stream = DataFile.Open(path);
        using var reader = new BlockReader(stream, scope.Profile.Limits.MaxLineBytes);
        var first = reader.Read(cancellation);
        if (first is null)
        {
            findings.Add(FileRules.FileEmpty, "the file is empty; a dataset holds one JSON object a line");
        }
        else if (FileShape.Diagnose(first, path) is { } shape)
        {
            findings.Add(shape.Rule, shape.Line, shape.Message);
            BlockReader.Return(first);
        }
        else
        {
            InspectBlocks(first, reader);
            if (examples == 0)
            {
                findings.Forget(FileRules.BlankLine);
                findings.Add(FileRules.FileEmpty, "the file holds only blank lines; a dataset holds one JSON object a line");
            }
        }
        var data = new DataFileReport { Path = path, Bytes = stream.Length, UploadBytes = uploadBytes, Examples = examples, Tokens = tokens, Census = census };
        return new FileReport(findings.Finish(), data, places);
    }

    private void InspectBlocks(LineBlock first, BlockReader reader)
    {
        var bom = ByteOrderMarks.LengthOf(first.Buffer.AsSpan(0, first.Length));
        if (bom > 0)
        {
            findings.Add(FileRules.ByteOrderMark, "the file starts with a byte-order mark, which some readers take for a part of the first line; save it as UTF-8 without one");
        }
        if (first.IsLast)
        {
            Merge(first, Inspect(first, bom));
            return;
        }
        var running = new Queue<(LineBlock Block, Task<BlockReport> Report)>();
        try
        {
            for (var (block, skip) = ((LineBlock?)first, bom); block is not null; (block, skip) = (reader.Read(cancellation), 0))
            {
                var (taken, skipped) = (block, skip);
                running.Enqueue((taken, Task.Run(() => Inspect(taken, skipped), cancellation)));
                if (running.Count > Workers)
                {
                    MergeNext(running);
                }
            }
            while (running.Count > 0)
            {
                MergeNext(running);
            }
        }
        finally
        {
            Task.WhenAll(running.Select(entry => entry.Report)).ContinueWith(static _ => { }, TaskScheduler.Default).Wait(CancellationToken.None);
        }
    }

    private void MergeNext(Queue<(LineBlock Block, Task<BlockReport> Report)> running)
    {
        var (block, report) = running.Peek();
        var done = report.GetAwaiter().GetResult();
        running.Dequeue();
        Merge(block, done);
    }

    private BlockReport Inspect(LineBlock block, int skip)
    {
        var inspector = idle.TryTake(out var rested) ? rested : new BlockInspector(scope, rules);
        var report = inspector.Inspect(block, skip, spare.TryTake(out var facts) ? facts : []);
        idle.Add(inspector);
        return report;
    }

    private void Merge(LineBlock block, BlockReport report)
    {
        places.Add(block);
        if (block.IsSkippedLine)
        {
            examples++;
            uploadBytes += block.SkippedBytes;
            findings.Add(FileRules.LineTooLong, block.FirstLine, LineLimit.Message(block.SkippedBytes, scope.Profile));
        }
        examples += report.Examples;
        uploadBytes += report.UploadBytes;
        tokens = report.Tokens is { } counted ? (tokens ?? TokenTotals.None).Plus(counted) : tokens;
        if (report.Census is { } more)
        {
            census?.Add(more);
        }
        findings.Add(report);
        observe(report.Facts);
        report.Facts.Clear();
        spare.Add(report.Facts);
        progress?.Report(block.Length + block.SkippedBytes);
        BlockReader.Return(block);
    }
}
