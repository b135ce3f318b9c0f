using System.Text;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;

namespace FineTune.Emulator.Jobs;

/// <summary>Which message of its line a finding is about, from 1, as the service counts.</summary>
internal static class MessageNumber
{
    /// <summary>The number; null where the place is in no message, or the line is not JSON.</summary>
    public static int? Of(Finding finding)
    {
        var line = File.ReadLines(finding.Path).ElementAtOrDefault(finding.Range.Start.Line - 1) ?? "";
        var place = Encoding.UTF8.GetByteCount(line.AsSpan(0, Math.Min(finding.Range.Start.Column - 1, line.Length)));
        var messages = JsonFile.Read(Encoding.UTF8.GetBytes(line), out _)?.Root.Find("messages"u8)?.Items ?? [];
        var index = messages.Where(message => message.Kind == JsonKind.Object).ToList().FindIndex(message => message.Start <= place && place < message.End);
        return index < 0 ? null : index + 1;
    }
}
