using FineTune.Core.Catalog;
using FineTune.Core.Datasets;

namespace FineTune.Core.Linting;

/// <summary>Which formats a method is trained on.</summary>
internal static class MethodFormats
{
    /// <summary>The format that the method has at every host.</summary>
    public static ExampleFormat Of(TuningMethod method) => method switch
    {
        TuningMethod.Dpo => ExampleFormat.Preference,
        TuningMethod.Completion => ExampleFormat.PromptCompletion,
        _ => ExampleFormat.Chat,
    };

    /// <summary>Whether lines of a format can be trained on by the scope's method and host.</summary>
    public static bool Fits(DatasetScope scope, ExampleFormat format) =>
        IsOfMethod(scope.Method, format) && (scope.Profile.Formats.Contains(NameOf(format)) || (format == Of(scope.Method) && !scope.Profile.OwnFormatsOnly));

    /// <summary>Whether the format is a conversation of messages, under whatever keys.</summary>
    public static bool HasMessages(ExampleFormat format) =>
        format is ExampleFormat.Chat or ExampleFormat.Preference or ExampleFormat.ShareGpt or ExampleFormat.Gemini or ExampleFormat.Converse or ExampleFormat.ChosenRejected;

    /// <summary>Whether the format is a conversation that ends with the answer to learn.</summary>
    public static bool IsConversation(ExampleFormat format) =>
        format is ExampleFormat.Chat or ExampleFormat.ShareGpt or ExampleFormat.Gemini or ExampleFormat.Converse;

    /// <summary>The key of the list of messages.</summary>
    public static string ListKey(ExampleFormat format) => format switch
    {
        ExampleFormat.Gemini => "contents",
        ExampleFormat.ShareGpt => "conversations",
        _ => "messages",
    };

    /// <summary>The key of a message's role.</summary>
    public static string RoleKey(ExampleFormat format) => format == ExampleFormat.ShareGpt ? "from" : "role";

    /// <summary>The key of a message's content.</summary>
    public static string ContentKey(ExampleFormat format) => format switch
    {
        ExampleFormat.Gemini => "parts",
        ExampleFormat.ShareGpt => "value",
        _ => "content",
    };

    /// <summary>Pairs and plain text have answers, preferences have two of them; a host that takes a format takes it for that.</summary>
    private static bool IsOfMethod(TuningMethod method, ExampleFormat format) => method switch
    {
        TuningMethod.Dpo => format is ExampleFormat.Preference or ExampleFormat.ChosenRejected,
        _ => format is not (ExampleFormat.Preference or ExampleFormat.ChosenRejected),
    };

    /// <summary>The format's name in profiles.</summary>
    public static string NameOf(ExampleFormat format) => format switch
    {
        ExampleFormat.Chat => "chat",
        ExampleFormat.Preference => "preference",
        ExampleFormat.PromptCompletion => "prompt_completion",
        ExampleFormat.Text => "text",
        ExampleFormat.ShareGpt => "sharegpt",
        ExampleFormat.Alpaca => "alpaca",
        ExampleFormat.Converse => "converse",
        ExampleFormat.Gemini => "gemini",
        ExampleFormat.ChosenRejected => "chosen_rejected",
        _ => "unknown",
    };

    /// <summary>The format as a message describes it.</summary>
    public static string Describe(ExampleFormat format) => format switch
    {
        ExampleFormat.Chat => "a chat example (\"messages\")",
        ExampleFormat.Preference => "a preference example (\"input\", \"preferred_output\", \"non_preferred_output\")",
        ExampleFormat.PromptCompletion => "a prompt/completion pair",
        ExampleFormat.Text => "plain text (\"text\")",
        ExampleFormat.ShareGpt => "in ShareGPT format (\"conversations\")",
        ExampleFormat.Alpaca => "in Alpaca format (\"instruction\", \"output\")",
        ExampleFormat.Converse => "in Bedrock Converse format",
        ExampleFormat.Gemini => "in Gemini format (\"contents\")",
        ExampleFormat.ChosenRejected => "a preference (\"chosen\", \"rejected\")",
        _ => "in no known format",
    };

    /// <summary>An example's format as a message describes it: the tool is named whose shape its values have.</summary>
    public static string Describe(Example example) => IsOfTrl(example) ? "in TRL's preference format (\"chosen\", \"rejected\")" : Describe(example.Format);

    /// <summary>Whether the answers, and what was asked, are both texts or both messages.</summary>
    private static bool IsOfTrl(Example example)
    {
        if (example.Format != ExampleFormat.ChosenRejected || example.Node(example.Preferred).Kind != example.Node(example.NonPreferred).Kind)
        {
            return false;
        }
        var prompt = example.Find(0, "prompt"u8);
        return (prompt < 0 && example.MessagesNode < 0) || (prompt >= 0 && prompt == example.MessagesNode && example.Node(prompt).Kind == example.Node(example.Preferred).Kind);
    }

    /// <summary>The keys that a method's lines have.</summary>
    public static string Wanted(DatasetScope scope) => scope.Method switch
    {
        TuningMethod.Supervised when scope.Profile.OwnFormatsOnly && scope.Profile.Formats.Contains("gemini") => "\"contents\"",
        TuningMethod.Dpo when scope.Profile.OwnFormatsOnly => "\"chosen\" and \"rejected\"",
        TuningMethod.Dpo => "\"input\", \"preferred_output\" and \"non_preferred_output\"",
        TuningMethod.Completion => "\"prompt\" and \"completion\"",
        _ => "\"messages\"",
    };

    /// <summary>The method as a message names it.</summary>
    public static string NameOf(TuningMethod method) => method.ToString().ToLowerInvariant();
}
