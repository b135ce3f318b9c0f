using FineTune.Core.Datasets;

namespace FineTune.Core.Linting.Rules.Privacy;

/// <summary>The values of an example in which somebody's data may stand: texts but for system prompts, and the arguments of calls.</summary>
internal static class PersonalDataPlaces
{
    /// <summary>Puts their nodes into a list.</summary>
    public static void Find(Example example, List<PersonalDataPlace> places)
    {
        places.Clear();
        switch (example.Format)
        {
            case ExampleFormat.PromptCompletion:
                AddText(example, "prompt"u8, places);
                AddText(example, "completion"u8, places, isAnswer: true);
                break;
            case ExampleFormat.Alpaca:
                AddText(example, "instruction"u8, places);
                AddText(example, "input"u8, places);
                AddText(example, "output"u8, places, isAnswer: true);
                break;
            case ExampleFormat.Text:
                AddText(example, "text"u8, places, isAnswer: true);
                break;
            default:
                AddMessages(example, places);
                break;
        }
    }

    private static void AddMessages(Example example, List<PersonalDataPlace> places)
    {
        foreach (ref readonly var message in example.Messages)
        {
            // A system prompt tells how to reach the firm, over and over.
            if (message.IsInstruction)
            {
                continue;
            }
            foreach (var text in new MessageTexts(example, message))
            {
                places.Add(new(text, message.Role == MessageRole.Assistant));
            }
            if (message.CallList >= 0)
            {
                foreach (var call in example.Tape.Items(message.CallList))
                {
                    AddArguments(example, example.Find(call, "function"u8), places);
                }
            }
            AddArguments(example, message.OldCall, places);
        }
    }

    private static void AddArguments(Example example, int function, List<PersonalDataPlace> places)
    {
        if (function >= 0 && example.Find(function, "arguments"u8) is >= 0 and var arguments)
        {
            places.Add(new(arguments, IsAnswer: false));
        }
    }

    private static void AddText(Example example, ReadOnlySpan<byte> key, List<PersonalDataPlace> places, bool isAnswer = false)
    {
        if (example.Find(0, key) is >= 0 and var node && example.Node(node).IsText)
        {
            places.Add(new(node, isAnswer));
        }
    }
}
