using System.Text.Json;

namespace FineTune.Benchmarks.Passes;

/// <summary><c>reader FILE</c>: the bare <see cref="Utf8JsonReader"/> over each line, which is the limit of what reads JSON by it.</summary>
internal static class ReaderSpeed
{
    public static int Run(string path)
    {
        var data = File.ReadAllBytes(path);
        for (var pass = 0; pass < 3; pass++)
        {
            Console.WriteLine(Measurement.Of(pass == 0 ? "Utf8JsonReader, first pass" : "Utf8JsonReader, warm", data.Length, () => $"{Read(data)} JSON tokens"));
        }

        return 0;
    }

    private static long Read(ReadOnlySpan<byte> left)
    {
        var tokens = 0L;
        while (left.Length > 0)
        {
            var end = left.IndexOf((byte)'\n');
            var reader = new Utf8JsonReader(left[..(end < 0 ? left.Length : end)]);
            while (reader.Read())
            {
                tokens++;
            }

            left = left[(end < 0 ? left.Length : end + 1)..];
        }

        return tokens;
    }
}
