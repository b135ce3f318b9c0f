using System.Text.Json;

namespace FineTune.Benchmarks.Passes;

/// <summary>The message contents of a JSONL file, unescaped, one after the other.</summary>
internal sealed class Contents
{
    private readonly List<int> lengths = [];
    private byte[] bytes = [];

    /// <summary>Bytes of all of them.</summary>
    public int Size { get; private set; }

    public static Contents Read(string path)
    {
        var data = File.ReadAllBytes(path);
        var contents = new Contents { bytes = new byte[data.Length] };
        var left = data.AsSpan();
        while (left.Length > 0)
        {
            var end = left.IndexOf((byte)'\n');
            contents.AddLine(left[..(end < 0 ? left.Length : end)]);
            left = left[(end < 0 ? left.Length : end + 1)..];
        }

        return contents;
    }

    /// <summary>Hands each to the counter and adds up what it says.</summary>
    public long Sum(Func<ReadOnlyMemory<byte>, int> count)
    {
        var (total, place) = (0L, 0);
        foreach (var length in lengths)
        {
            total += count(bytes.AsMemory(place, length));
            place += length;
        }

        return total;
    }

    private void AddLine(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("content"u8) && reader.Read() && reader.TokenType == JsonTokenType.String)
            {
                var length = reader.CopyString(bytes.AsSpan(Size));
                lengths.Add(length);
                Size += length;
            }
        }
    }
}
