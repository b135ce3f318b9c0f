using System.Net.Sockets;
using System.Text;

namespace FineTune.Providers.Tests.Stub;

/// <summary>Reads one HTTP/1.1 request from a connection.</summary>
internal static class StubReader
{
    public static async Task<StubRequest?> ReadAsync(NetworkStream stream)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!EndsHead(head))
        {
            if (await stream.ReadAsync(one) == 0)
            {
                return null;
            }
            head.Add(one[0]);
        }
        var lines = Encoding.ASCII.GetString(head.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var first = lines[0].Split(' ');
        var target = first[1].Split('?', 2);
        var body = new byte[headers.TryGetValue("Content-Length", out var length) ? int.Parse(length) : 0];
        await stream.ReadExactlyAsync(body);
        return new StubRequest(first[0], target[0], target.Length > 1 ? target[1] : "", headers, body);
    }

    private static bool EndsHead(List<byte> head) => head is [.., (byte)'\r', (byte)'\n', (byte)'\r', (byte)'\n'];
}
