using System.Text.Json;
using FineTune.Emulator.Http;

namespace FineTune.Emulator.Chat;

/// <summary>Where an answer must end.</summary>
/// <param name="Stops">Texts before which it ends.</param>
/// <param name="MostTokens">The most tokens, which are words here; null for no limit.</param>
internal sealed record AnswerLimits(IReadOnlyList<string> Stops, long? MostTokens)
{
    private const int MostStops = 4;

    /// <summary>Reads <c>stop</c>: a text, or a list of at most four.</summary>
    public static Outcome<IReadOnlyList<string>> ReadStops(JsonElement? stop)
    {
        if (stop is not { } given)
        {
            return new Outcome<IReadOnlyList<string>>([], null);
        }
        JsonElement[] texts = given.ValueKind == JsonValueKind.Array ? [.. given.EnumerateArray()] : [given];
        return texts.Length > MostStops ? ParameterRefusal.TooLong("stop", "array", MostStops, texts.Length).As<IReadOnlyList<string>>()
            : texts.Length == 0 ? ParameterRefusal.Empty("stop").As<IReadOnlyList<string>>()
            : Array.Exists(texts, text => text.ValueKind != JsonValueKind.String)
                ? ParameterRefusal.WrongType("stop", "a string or an array of strings", given).As<IReadOnlyList<string>>()
                : new Outcome<IReadOnlyList<string>>([.. texts.Select(text => text.GetString()!).Where(text => text.Length > 0)], null);
    }

    public ChatMessage Cut(ChatMessage message)
    {
        var content = message.Content;
        foreach (var stop in Stops)
        {
            content = content is not null && content.IndexOf(stop, StringComparison.Ordinal) is >= 0 and var at ? content[..at] : content;
        }
        var whole = message with { Content = content };
        return MostTokens is { } most && whole.Tokens > most ? CutToLength(whole, most) : whole;
    }

    private static ChatMessage CutToLength(ChatMessage message, long most)
    {
        var pieces = AnswerPieces.Of(message.Content ?? "").Take((int)Math.Min(most, int.MaxValue)).ToList();
        var left = most - pieces.Count;
        var calls = new List<ChatToolCall>();
        foreach (var call in message.ToolCalls.TakeWhile(_ => left > 0))
        {
            var arguments = AnswerPieces.Of(call.Arguments).Take((int)Math.Min(left - 1, int.MaxValue)).ToList();
            calls.Add(call with { Arguments = string.Concat(arguments) });
            left -= 1 + arguments.Count;
        }
        return new ChatMessage(message.Content is null ? null : string.Concat(pieces), calls) { IsCut = true };
    }
}
