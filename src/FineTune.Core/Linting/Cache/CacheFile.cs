using System.Text;
using FineTune.Core.Catalog;
using FineTune.Core.Counting;
using FineTune.Core.Datasets;
using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Lockfile;

namespace FineTune.Core.Linting.Cache;

/// <summary>The form of a cache file: small and read without reflection, since every build pays for it.</summary>
internal static class CacheFile
{
    private const ulong Mark = 0x3443_4C54_4E49_4654; // the form's name and number

    /// <summary>Reads an entry; null where there is none, or the file is not whole or of another form.</summary>
    public static CacheEntry? Read(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
            return reader.ReadUInt64() == Mark && reader.ReadUInt64() == Checksum.Of(bytes.AsSpan(16)) ? ReadEntry(reader) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or FormatException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>Writes an entry in one step: a reader sees the old one or the new one.</summary>
    public static void Write(string path, CacheEntry entry)
    {
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer, Encoding.UTF8);
        writer.Write(Mark);
        writer.Write(0UL);
        WriteEntry(writer, entry);
        writer.Flush();
        var sum = Checksum.Of(buffer.GetBuffer().AsSpan(16, (int)buffer.Length - 16));
        writer.Seek(8, SeekOrigin.Begin);
        writer.Write(sum);
        writer.Flush();

        AtomicFile.Write(path, buffer.GetBuffer().AsSpan(0, (int)buffer.Length), durable: false);
    }

    private static void WriteEntry(BinaryWriter writer, CacheEntry entry)
    {
        writer.Write(entry.Program);
        writer.Write(entry.Variant);
        writer.Write(entry.Today.DayNumber);
        WriteList(writer, entry.Inputs.Patterns, (w, pattern) => { w.Write(pattern.Manifest); w.Write(pattern.Text); });
        WriteList(writer, entry.Inputs.Stamps, (w, stamp) =>
        {
            w.Write(stamp.Path);
            w.Write(stamp.Target);
            w.Write(stamp.Bytes);
            w.Write(stamp.WrittenTicks);
        });
        writer.Write(entry.Report.Suppressed);
        WriteList(writer, entry.Report.Findings, WriteFinding);
        WriteList(writer, entry.Report.Datasets, WriteDataset);
        WriteList(writer, [.. entry.Report.Contracts], (w, contract) =>
        {
            w.Write(contract.Key);
            WriteOptional(w, contract.Value.SystemPrompt);
            WriteOptional(w, contract.Value.Tools);
            WriteOptional(w, contract.Value.ResponseFormat);
        });
    }

    private static CacheEntry ReadEntry(BinaryReader reader) => new()
    {
        Program = reader.ReadString(),
        Variant = reader.ReadString(),
        Today = DateOnly.FromDayNumber(reader.ReadInt32()),
        Inputs = new()
        {
            Patterns = ReadList(reader, r => new DataPattern(r.ReadString(), r.ReadString())),
            Stamps = ReadList(reader, r => new FileStamp(r.ReadString(), r.ReadString(), r.ReadInt64(), r.ReadInt64())),
        },
        Report = new()
        {
            Suppressed = reader.ReadInt32(),
            Findings = ReadList(reader, ReadFinding),
            Datasets = ReadList(reader, ReadDataset),
            Contracts = ReadList(reader, r => (Model: r.ReadString(), Contract: ReadContract(r))).ToDictionary(read => read.Model, read => read.Contract, StringComparer.Ordinal),
        },
    };

    private static Contract ReadContract(BinaryReader reader) => new() { SystemPrompt = ReadOptional(reader), Tools = ReadOptional(reader), ResponseFormat = ReadOptional(reader) };

    private static void WriteFinding(BinaryWriter writer, Finding finding)
    {
        writer.Write(finding.Code);
        writer.Write((byte)finding.Severity);
        writer.Write(finding.Path);
        WriteRange(writer, finding.Range);
        writer.Write(finding.Message);
        WriteOptional(writer, finding.Example);
        writer.Write(finding.Repeats is not null);
        if (finding.Repeats is { } repeats)
        {
            writer.Write(repeats.Cause);
            writer.Write(repeats.Count);
            writer.Write(repeats.Lines);
            writer.Write(repeats.Total ?? -1);
            WriteList(writer, repeats.Places, WriteRange);
        }
    }

    private static Finding ReadFinding(BinaryReader reader) => new(
        reader.ReadString(),
        (Severity)reader.ReadByte(),
        reader.ReadString(),
        ReadRange(reader),
        reader.ReadString())
    {
        Example = ReadOptional(reader),
        Repeats = reader.ReadBoolean() ? new(reader.ReadString(), reader.ReadInt32(), reader.ReadInt32(), ReadTotal(reader), ReadList(reader, ReadRange)) : null,
    };

    private static void WriteRange(BinaryWriter writer, TextRange range)
    {
        writer.Write(range.Start.Line);
        writer.Write(range.Start.Column);
        writer.Write(range.End.Line);
        writer.Write(range.End.Column);
    }

    private static long? ReadTotal(BinaryReader reader) => reader.ReadInt64() is >= 0 and var total ? total : null;

    private static TextRange ReadRange(BinaryReader reader) =>
        new(new(reader.ReadInt32(), reader.ReadInt32()), new(reader.ReadInt32(), reader.ReadInt32()));

    private static void WriteDataset(BinaryWriter writer, DatasetReport dataset)
    {
        WriteOptional(writer, dataset.Model);
        writer.Write((int)dataset.Role);
        writer.Write((int)dataset.Method);
        writer.Write(dataset.Profile);
        WriteOptional(writer, dataset.Sha256);
        WriteOptional(writer, dataset.CountedBy);
        WriteList(writer, dataset.Files, (w, file) =>
        {
            w.Write(file.Path);
            w.Write(file.Bytes);
            w.Write(file.UploadBytes);
            w.Write(file.Examples);
            WriteOptional(w, file.Sha256);
            WriteTokens(w, file.Tokens);
        });
    }

    private static DatasetReport ReadDataset(BinaryReader reader) => new()
    {
        Model = ReadOptional(reader),
        Role = (DatasetRole)reader.ReadInt32(),
        Method = (TuningMethod)reader.ReadInt32(),
        Profile = reader.ReadString(),
        Sha256 = ReadOptional(reader),
        CountedBy = ReadOptional(reader),
        Files = ReadList(reader, r => new DataFileReport
        {
            Path = r.ReadString(),
            Bytes = r.ReadInt64(),
            UploadBytes = r.ReadInt64(),
            Examples = r.ReadInt64(),
            Sha256 = ReadOptional(r),
            Tokens = ReadTokens(r),
        }),
    };

    private static void WriteTokens(BinaryWriter writer, TokenTotals? tokens)
    {
        writer.Write(tokens is not null);
        if (tokens is not null)
        {
            writer.Write(tokens.Content);
            writer.Write(tokens.Billable);
            writer.Write(tokens.Trained);
            writer.Write(tokens.Truncated);
            writer.Write(tokens.Longest);
            WriteList(writer, tokens.Estimates, (w, name) => w.Write(name));
        }
    }

    private static TokenTotals? ReadTokens(BinaryReader reader) => !reader.ReadBoolean()
        ? null
        : new(reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt32())
        {
            Estimates = ReadList(reader, r => r.ReadString()),
        };

    private static void WriteOptional(BinaryWriter writer, string? value)
    {
        writer.Write(value is not null);
        if (value is not null)
        {
            writer.Write(value);
        }
    }

    private static string? ReadOptional(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    private static void WriteList<T>(BinaryWriter writer, IReadOnlyList<T> items, Action<BinaryWriter, T> write)
    {
        writer.Write(items.Count);
        foreach (var item in items)
        {
            write(writer, item);
        }
    }

    private static T[] ReadList<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var items = new T[reader.ReadInt32()];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read(reader);
        }
        return items;
    }
}
