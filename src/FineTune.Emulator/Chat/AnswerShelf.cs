namespace FineTune.Emulator.Chat;

/// <summary>The answers of the training files that were asked last. A file that has changed is read again.</summary>
internal sealed class AnswerShelf
{
    private const int MostFiles = 4;

    private readonly object gate = new();
    private readonly List<Entry> entries = [];

    /// <summary>The answers of a file; null where it is not there.</summary>
    public TrainingAnswers? Of(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? Find(path, file.Length, file.LastWriteTimeUtc).Read() : null;
    }

    private Entry Find(string path, long bytes, DateTime written)
    {
        lock (gate)
        {
            var entry = entries.Find(known => known.IsOf(path, bytes, written))
                ?? new Entry(path, bytes, written);
            entries.RemoveAll(known => known.Path == path);
            entries.Insert(0, entry);
            entries.RemoveRange(Math.Min(entries.Count, MostFiles), Math.Max(0, entries.Count - MostFiles));
            return entry;
        }
    }

    private sealed class Entry(string path, long bytes, DateTime written)
    {
        private readonly object gate = new();
        private TrainingAnswers? answers;

        public string Path => path;

        public bool IsOf(string wanted, long size, DateTime time) => wanted == path && size == bytes && time == written;

        // Who comes while the file is read waits for it; where it cannot be read, the next one tries again.
        public TrainingAnswers Read()
        {
            lock (gate)
            {
                return answers ??= new TrainingAnswers(path);
            }
        }
    }
}
