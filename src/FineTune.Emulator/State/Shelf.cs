using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FineTune.Core.Files;

namespace FineTune.Emulator.State;

/// <summary>All things of one kind: in memory, and each in a JSON file of its own.</summary>
internal sealed class Shelf<T>
    where T : class, IStored
{
    private readonly object gate = new();
    private readonly Dictionary<string, T> items = new(StringComparer.Ordinal);
    private readonly string folder;
    private readonly JsonTypeInfo<T> type;
    private long lastSequence;

    /// <summary>Opens a folder and reads what is in it; what cannot be read is left alone and named in the warning.</summary>
    public Shelf(string folder, JsonTypeInfo<T> type, Action<string> warn)
    {
        this.folder = folder;
        this.type = type;
        Directory.CreateDirectory(folder);
        FileDraft.RemoveOrphansIn(folder);
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            Load(path, warn);
        }
    }

    /// <summary>Everything, in the order of creation.</summary>
    public IReadOnlyList<T> All()
    {
        lock (gate)
        {
            return [.. items.Values.OrderBy(item => item.Sequence)];
        }
    }

    /// <summary>The item of an ID; null for none.</summary>
    public T? Find(string? id)
    {
        lock (gate)
        {
            return id is null ? null : items.GetValueOrDefault(id);
        }
    }

    /// <summary>Adds a new item that is given the next place in the order.</summary>
    public T Add(Func<long, T> create)
    {
        lock (gate)
        {
            return Put(create(lastSequence + 1));
        }
    }

    /// <summary>Replaces an item by what is made of it; null, and nothing is done, where it has gone.</summary>
    public T? Change(string id, Func<T, T> change)
    {
        lock (gate)
        {
            return items.TryGetValue(id, out var item) ? Put(change(item)) : null;
        }
    }

    /// <summary>Removes an item; false where there was none.</summary>
    public bool Remove(string id)
    {
        lock (gate)
        {
            if (!items.Remove(id))
            {
                return false;
            }
            File.Delete(PathOf(id));
            return true;
        }
    }

    private T Put(T item)
    {
        AtomicFile.Write(PathOf(item.Id), JsonSerializer.SerializeToUtf8Bytes(item, type), durable: false);
        items[item.Id] = item;
        lastSequence = Math.Max(lastSequence, item.Sequence);
        return item;
    }

    private void Load(string path, Action<string> warn)
    {
        try
        {
            var item = JsonSerializer.Deserialize(File.ReadAllBytes(path), type);
            if (item is not null && item.Id == Path.GetFileNameWithoutExtension(path) && Identifier.IsWellFormed(item.Id))
            {
                items[item.Id] = item;
                lastSequence = Math.Max(lastSequence, item.Sequence);
                return;
            }
            warn($"{path} does not hold what its name says; it is left alone");
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            warn($"{path} cannot be read; it is left alone: {error.Message}");
        }
    }

    private string PathOf(string id) => Path.Combine(folder, id + ".json");
}
