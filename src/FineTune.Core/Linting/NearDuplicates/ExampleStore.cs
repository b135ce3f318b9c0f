using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Linting.NearDuplicates;

/// <summary>Reads the shingles of examples again from their files; keeps the last few.</summary>
internal sealed class ExampleStore(IReadOnlyList<DatasetFile> files, DatasetIndex index) : IDisposable
{
    private const int Kept = 64;

    private readonly Dictionary<int, Stream> streams = [];

    private readonly Dictionary<int, Shingles> recent = [];

    private readonly Queue<int> order = [];

    private readonly Example example = new();

    private byte[] buffer = new byte[64 * 1024];

    /// <summary>The shingles of an example; null where its line is no longer what it was.</summary>
    public Shingles? Read(int of)
    {
        if (recent.TryGetValue(of, out var known))
        {
            return known;
        }
        var place = index[of].Place;
        var line = ReadLine(place);
        example.Start(buffer, 0, line, 1, place.Offset);
        var shingles = new Shingles();
        if (example.Tape.Parse(example.Line) != JsonFault.None || example.Node(0).Kind != JsonKind.Object)
        {
            return null;
        }
        ExampleReader.Read(example);
        shingles.Read(example);
        if (order.Count == Kept)
        {
            recent.Remove(order.Dequeue());
        }
        order.Enqueue(of);
        return recent[of] = shingles;
    }

    public void Dispose()
    {
        foreach (var stream in streams.Values)
        {
            stream.Dispose();
        }
    }

    /// <summary>Fills the buffer with a line; returns its length.</summary>
    private int ReadLine(ExamplePlace place)
    {
        if (!streams.TryGetValue(place.File, out var stream))
        {
            streams[place.File] = stream = DataFile.Open(files[place.File].Path);
        }
        stream.Position = place.Offset;
        var filled = 0;
        while (true)
        {
            var read = stream.Read(buffer, filled, Math.Min(buffer.Length - filled, 16 * 1024));
            var newline = buffer.AsSpan(filled, read).IndexOf((byte)'\n');
            filled += newline < 0 ? read : newline;
            if (newline >= 0 || read == 0)
            {
                return buffer.AsSpan(0, filled).TrimEnd((byte)'\r').Length;
            }
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }
    }
}
