using System.Text;
using System.Text.Json;
using FineTune.Core.Findings;

namespace FineTune.Emulator.Jobs;

/// <summary>Which message of its line a finding is about, from 1, as the service counts.</summary>
internal static class MessageNumber
{
    /// <summary>The number; null where the place is in no message, or the line is not JSON.</summary>
    public static int? Of(Finding finding)
    {
        var line = File.ReadLines(finding.Path).ElementAtOrDefault(finding.Range.Start.Line - 1) ?? "";
        var column = Math.Min(finding.Range.Start.Column - 1, line.Length);
        try
        {
            return Find(Encoding.UTF8.GetBytes(line), Encoding.UTF8.GetByteCount(line.AsSpan(0, column)));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static int? Find(byte[] line, int place)
    {
        var reader = new Utf8JsonReader(line);
        var messages = 0;
        var inMessages = false;
        while (reader.Read())
        {
            if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName)
            {
                inMessages = reader.ValueTextEquals("messages"u8);
            }
            if (inMessages && reader.CurrentDepth == 2 && reader.TokenType == JsonTokenType.StartObject)
            {
                messages++;
                var start = reader.TokenStartIndex;
                reader.Skip();
                if (place >= start && place < reader.BytesConsumed)
                {
                    return messages;
                }
            }
        }
        return null;
    }
}
