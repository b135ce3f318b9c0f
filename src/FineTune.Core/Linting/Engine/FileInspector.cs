using FineTune.Core.Contracts;
using FineTune.Core.Counting;
using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Lines;
using FineTune.Core.Files;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Identity;
using FineTune.Core.Linting.Diagnosis;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Engine;

/// <summary>Checks a file block by block on all cores; what it finds comes in the order of the file.</summary>
/// <param name="pool">What looks through the blocks.</param>
/// <param name="observe">Sees what is known of the examples, in their order; null where nobody wants to know.</param>
/// <param name="progress">Is told how many bytes were read since the last time; null for nobody.</param>
/// <param name="cancellation">Stops the reading.</param>
internal sealed class FileInspector(InspectorPool pool, Action<List<ExampleFacts>>? observe, IProgress<long>? progress, CancellationToken cancellation)
{
    /// <summary>Bytes of blocks that wait or are looked through while more is read: two long lines never are.</summary>
    private const int MostInFlight = 4 * BlockReader.LargestPooled;

    private readonly DatasetScope scope = pool.Scope;

    private readonly FileFindings findings = new(pool.Scope);

    private readonly Queue<(LineBlock Block, Task<BlockReport> Report, int Skip)> running = [];

    private long inFlight;

    /// <summary>Whether every byte of the file was seen.</summary>
    private bool isWhole;

    private readonly LinePlaces places = new();

    private long examples;

    private long blankLines;

    private long uploadBytes;

    private TokenTotals? tokens = pool.Scope.WithTokens ? TokenTotals.None : null;

    private readonly Census? census = pool.Scope.WithCensus ? new Census() : null;

    /// <summary>Hashes what is uploaded of the file while it is read; null where nobody asks for the hash.</summary>
    public PassingHash? Hash { get; init; }

    /// <summary>Sees what the examples have in common, block after block in their order; null where nobody wants to know.</summary>
    public Action<ContractTally>? Contract { get; init; }

    public FileReport Inspect(string path)
    {
        using var stream = RegularFile.Open(path);
        using var reader = new BlockReader(stream, scope.Profile.Limits.MaxLineBytes);
        var first = reader.Read(cancellation);
        if (first is null)
        {
            findings.Add(FileRules.FileEmpty, "the file is empty; a dataset holds one JSON object a line");
        }
        else if (FileShape.Diagnose(first, path) is { } shape)
        {
            findings.Add(shape.Rule, shape.Line, shape.Message);
            reader.Return(first);
        }
        else
        {
            isWhole = true;
            InspectBlocks(first, reader);
            if (isWhole)
            {
                Hash?.EndFile();
            }
            if (examples == 0)
            {
                findings.Forget(FileRules.BlankLine);
                findings.Add(FileRules.FileEmpty, "the file holds only blank lines; a dataset holds one JSON object a line");
            }
        }
        var data = new DataFileReport { Path = path, Bytes = stream.Length, UploadBytes = uploadBytes, Examples = examples, Tokens = tokens, Census = census };
        return new FileReport(findings.Finish(examples, blankLines), data, places);
    }

    private void InspectBlocks(LineBlock first, BlockReader reader)
    {
        var bom = Utf8Mark.LengthOf(first.Buffer.AsSpan(0, first.Length));
        if (bom > 0)
        {
            findings.Add(FileRules.ByteOrderMark, "the file starts with a byte-order mark, which some readers take for a part of the first line; save it as UTF-8 without one");
        }
        if (first.IsLast)
        {
            Merge(first, Inspect(first, bom), bom, reader);
            return;
        }
        try
        {
            for (var (block, skip) = ((LineBlock?)first, bom); block is not null; (block, skip) = (reader.Read(cancellation), 0))
            {
                Start(block, skip);
                while (running.Count > InspectorPool.Workers || inFlight > MostInFlight)
                {
                    MergeNext(reader);
                }
            }
            while (running.Count > 0)
            {
                MergeNext(reader);
            }
        }
        finally
        {
            Task.WhenAll(running.Select(entry => entry.Report)).ContinueWith(static _ => { }, TaskScheduler.Default).Wait(CancellationToken.None);
        }
    }

    private void Start(LineBlock block, int skip)
    {
        running.Enqueue((block, Task.Run(() => Inspect(block, skip), cancellation), skip));
        inFlight += block.Length;
    }

    private void MergeNext(BlockReader reader)
    {
        var (block, report, skip) = running.Peek();
        var done = report.GetAwaiter().GetResult();
        running.Dequeue();
        inFlight -= block.Length;
        Merge(block, done, skip, reader);
    }

    private BlockReport Inspect(LineBlock block, int skip) => pool.Inspect(block, skip, withFacts: observe is not null);

    private void Merge(LineBlock block, BlockReport report, int skip, BlockReader reader)
    {
        places.Add(block);
        if (block.IsSkippedLine)
        {
            examples++;
            uploadBytes += block.SkippedBytes;
            isWhole = false;
            findings.Add(FileRules.LineTooLong, block.FirstLine, LineLimit.Message(block.SkippedBytes, scope.Profile));
        }
        examples += report.Examples;
        blankLines += report.BlankLines;
        uploadBytes += report.UploadBytes;
        tokens = report.Tokens is { } more ? tokens?.Plus(more) : tokens;
        if (report.Census is { } counted)
        {
            census?.Add(counted);
        }
        if (report.Contract is { } common)
        {
            Contract?.Invoke(common);
        }
        findings.Add(report);
        if (report.Facts is { } facts)
        {
            observe?.Invoke(facts);
            pool.Return(facts);
        }
        Hash?.Append(block.Buffer.AsSpan(skip, block.Length - skip));
        progress?.Report(block.Length + block.SkippedBytes);
        reader.Return(block);
    }
}
