using System.Text.Json;
using FineTune.Core.Files;

namespace FineTune.Emulator.Chat;

/// <summary>The answers in a training file, found by what was asked before them. The file is read once; of an answer that is given, its line is read.</summary>
internal sealed class TrainingAnswers
{
    private readonly string path;
    private readonly AnswerIndex index = new();

    public TrainingAnswers(string path)
    {
        this.path = path;
        using var file = Open(path);
        var lines = new PlacedLineReader(file);
        while (!index.IsFull && lines.TryRead(out var offset, out var line))
        {
            var mark = offset == 0 ? Utf8Mark.LengthOf(line.Span) : 0;
            AddLine(offset + mark, line[mark..]);
        }
        index.Close();
    }

    /// <summary>The answer whose prompt has the most words in common with the conversation; null where there is none.</summary>
    public JsonElement? Nearest(Conversation conversation)
    {
        if (index.Nearest(TextWords.Of(conversation.UserText), conversation.LastRole == "tool") is not { } place)
        {
            return null;
        }
        var line = new byte[place.Length];
        using var file = Open(path);
        file.Position = place.Offset;
        file.ReadExactly(line);
        using var document = TrainingLine.TryParse(line);
        return document is null ? null : TrainingLine.Messages(document.RootElement).ElementAtOrDefault(place.Message) is { ValueKind: JsonValueKind.Object } answer ? answer.Clone() : null;
    }

    private void AddLine(long offset, ReadOnlyMemory<byte> line)
    {
        using var document = TrainingLine.TryParse(line);
        if (document is null)
        {
            return;
        }
        try
        {
            var messages = TrainingLine.Messages(document.RootElement);
            for (var i = 0; i < messages.Count; i++)
            {
                if (TrainingLine.IsTrained(messages[i]))
                {
                    var before = Conversation.Of(messages.Take(i));
                    index.Add(TextWords.Of(before.UserText), before.LastRole == "tool", new AnswerPlace(offset, line.Length, i));
                }
            }
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair in a text: the line has no answer that could be sent.
        }
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
}
