using System.Text.Json;

namespace FineTune.Emulator.State;

/// <summary>Every request, a line each, written before the answer goes out. A last line cut by a killed process is left out.</summary>
internal sealed class RequestJournal : IDisposable
{
    private const int MostKept = 100_000;

    private readonly object gate = new();
    private readonly List<StoredRequest> requests = [];
    private readonly FileStream file;

    public RequestJournal(string folder)
    {
        var path = Path.Combine(folder, "requests.jsonl");
        if (File.Exists(path))
        {
            requests.AddRange(File.ReadLines(path).Select(Read).OfType<StoredRequest>().TakeLast(MostKept));
        }
        file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        EndCutLine();
    }

    public IReadOnlyList<StoredRequest> All()
    {
        lock (gate)
        {
            return [.. requests];
        }
    }

    public void Add(StoredRequest request)
    {
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(request, StateJson.Default.StoredRequest), (byte)'\n'];
        lock (gate)
        {
            file.Write(line);
            requests.Add(request);
            if (requests.Count > MostKept)
            {
                requests.RemoveRange(0, MostKept / 10);
            }
        }
    }

    public void Dispose() => file.Dispose();

    private void EndCutLine()
    {
        if (file.Length > 0)
        {
            file.Seek(-1, SeekOrigin.End);
            if (file.ReadByte() != '\n')
            {
                file.Write("\n"u8);
            }
        }
    }

    private static StoredRequest? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, StateJson.Default.StoredRequest);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
