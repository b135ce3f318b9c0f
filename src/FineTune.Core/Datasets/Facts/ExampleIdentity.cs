using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Datasets.Facts;

/// <summary>What tells examples apart: what the model is given, and what is right there. An id or a category beside them does not count.</summary>
/// <param name="Context">All that the answer depends on.</param>
/// <param name="Instruction">The system and developer messages; 0 for none.</param>
/// <param name="Answer">The last answer; 0 for none.</param>
/// <param name="Target">What is right after the context; 0 for nothing.</param>
/// <param name="Reversed">Of a preference the target the other way round; 0 for any other.</param>
internal readonly record struct ExampleIdentity(ulong Context, ulong Instruction, ulong Answer, ulong Target, ulong Reversed)
{
    public static ExampleIdentity Of(Example example, ulong tools, in TopKeys keys, Scratch scratch)
    {
        // A good answer and a bad one to the same prompt are no conflict.
        var given = With(With(With(tools, HashOf(example, example.Functions, scratch)), keys.Given), keys.Label);
        return example.Format switch
        {
            ExampleFormat.PromptCompletion => Pair(example, given, "prompt"u8, "completion"u8, scratch),
            ExampleFormat.Alpaca => Pair(
                example,
                With(With(given, HashOf(example, example.Find(0, "input"u8), scratch)), HashOf(example, example.Find(0, "history"u8), scratch)),
                "instruction"u8,
                "output"u8,
                scratch),
            ExampleFormat.Text => new ExampleIdentity(0, 0, 0, HashOf(example, example.Find(0, "text"u8), scratch), 0),
            _ => Conversation(example, given, keys, scratch),
        };
    }

    private static ExampleIdentity Pair(Example example, ulong given, ReadOnlySpan<byte> prompt, ReadOnlySpan<byte> completion, Scratch scratch)
    {
        var answer = HashOf(example, example.Find(0, completion), scratch);
        return new ExampleIdentity(With(HashOf(example, example.Find(0, prompt), scratch), given), 0, answer, answer, 0);
    }

    private static ExampleIdentity Conversation(Example example, ulong given, in TopKeys keys, Scratch scratch)
    {
        var (context, instruction, answer) = (given, 0UL, 0UL);
        var messages = example.Conversation;
        var all = ContentHash.ListSeed;
        for (var i = 0; i < messages.Length; i++)
        {
            var hash = ContentHash.Of(example, messages[i].Node, scratch);
            all = ContentHash.Combine(all, hash);
            if (i == messages.Length - 1 && messages[i].Role == MessageRole.Assistant)
            {
                answer = AnswerOf(example, messages[i].Node, scratch);
                break;
            }
            context = ContentHash.Combine(context, hash);
            instruction = messages[i].IsInstruction ? ContentHash.Combine(instruction, hash) : instruction;
        }
        example.ConversationHash = messages.Length > 0 ? all : null;
        if (example.Preferred < 0 && example.NonPreferred < 0)
        {
            return new ExampleIdentity(context, instruction, answer, answer != 0 ? answer : keys.Beside, 0);
        }
        // A prompt that is a text, or an answer that the pair goes on from.
        context = With(messages.Length == 0 ? With(context, HashOf(example, example.MessagesNode, scratch)) : context, answer);
        var (preferred, other) = (HashOf(example, example.Preferred, scratch), HashOf(example, example.NonPreferred, scratch));
        return new ExampleIdentity(context, instruction, preferred, ContentHash.Combine(preferred, other), ContentHash.Combine(other, preferred));
    }

    /// <summary>What an answer says and calls: the ids of calls, a weight of 1 and keys without a value do not count.</summary>
    private static ulong AnswerOf(Example example, int message, Scratch scratch)
    {
        var sum = ContentHash.ListSeed;
        foreach (var property in example.Tape.Properties(message))
        {
            var name = example.Name(property.Name);
            if (example.Node(property.Value).Kind == JsonKind.Null || name.SequenceEqual("role"u8) || name.SequenceEqual("from"u8) || (name.SequenceEqual("weight"u8) && example.Raw(property.Value).SequenceEqual("1"u8)))
            {
                continue;
            }
            var key = ContentHash.OfBytes(name);
            sum += ContentHash.Combine(key, name.SequenceEqual("tool_calls"u8) ? CallsOf(example, property.Value, scratch) : ContentHash.Of(example, property.Value, scratch));
        }
        return sum;
    }

    private static ulong CallsOf(Example example, int calls, Scratch scratch)
    {
        if (example.Node(calls).Kind != JsonKind.Array)
        {
            return ContentHash.Of(example, calls, scratch);
        }
        var hash = ContentHash.ListSeed;
        foreach (var call in example.Tape.Items(calls))
        {
            hash = ContentHash.Combine(hash, ContentHash.Of(example, example.Find(call, "function"u8) is >= 0 and var function ? function : call, scratch));
        }
        return hash;
    }

    private static ulong With(ulong hash, ulong more) => more == 0 ? hash : hash == 0 ? more : ContentHash.Combine(hash, more);

    private static ulong HashOf(Example example, int node, Scratch scratch) => node < 0 || example.Node(node).Kind == JsonKind.Null ? 0 : ContentHash.Of(example, node, scratch);
}
