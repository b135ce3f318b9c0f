using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Files;

namespace FineTune.Core.Linting.Judging;

/// <summary>Reads examples again from their files, one after the other, through one buffer and one open stream a file.</summary>
internal sealed class ExampleLines(IReadOnlyList<DatasetFile> files) : IDisposable
{
    private readonly Dictionary<int, Stream> streams = [];

    private readonly Example example = new();

    private byte[] buffer = new byte[64 * 1024];

    /// <summary>An example, valid until the next is read; null where its line is no longer what it was.</summary>
    public Example? Read(ExamplePlace place)
    {
        var length = ReadLine(place);
        example.Start(buffer, 0, length, 1, place.Offset);
        if (example.Tape.Parse(example.Line) != JsonFault.None || example.Node(0).Kind != JsonKind.Object)
        {
            return null;
        }
        ExampleReader.Read(example);
        return example;
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
            streams[place.File] = stream = RegularFile.Open(files[place.File].Path);
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
