using FineTune.Core.Catalog;
using FineTune.Core.Datasets;

namespace FineTune.Core.Linting.Judging;

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
        IsOffered(scope, format) && IsOfMethod(scope.Method, format) && (scope.Profile.Formats.Contains(NameOf(format)) || (format == Of(scope.Method) && !scope.Profile.OwnFormatsOnly));

    /// <summary>Whether the host offers the method; one that takes pairs trains on them by whatever it offers.</summary>
    public static bool IsOffered(DatasetScope scope, ExampleFormat format) =>
        scope.Profile.Methods.Contains(scope.Method) || (scope.Method == TuningMethod.Completion && scope.Profile.Formats.Contains(NameOf(format)));

    /// <summary>Whether the format is a conversation of messages, under whatever keys.</summary>
    public static bool HasMessages(ExampleFormat format) =>
        format is ExampleFormat.Chat or ExampleFormat.Preference or ExampleFormat.ShareGpt or ExampleFormat.Gemini or ExampleFormat.Converse or ExampleFormat.ChosenRejected or ExampleFormat.GeminiPreference;

    /// <summary>Whether the format is a conversation that ends with the answer to learn.</summary>
    public static bool IsConversation(ExampleFormat format) =>
        format is ExampleFormat.Chat or ExampleFormat.ShareGpt or ExampleFormat.Gemini or ExampleFormat.Converse;

    /// <summary>The key of the list of messages.</summary>
    public static string ListKey(ExampleFormat format) => format switch
    {
        ExampleFormat.Gemini or ExampleFormat.GeminiPreference => "contents",
        ExampleFormat.ShareGpt => "conversations",
        _ => "messages",
    };

    /// <summary>The key of a message's role.</summary>
    public static string RoleKey(ExampleFormat format) => format == ExampleFormat.ShareGpt ? "from" : "role";

    /// <summary>The key of a message's content.</summary>
    public static string ContentKey(ExampleFormat format) => format switch
    {
        ExampleFormat.Gemini or ExampleFormat.GeminiPreference => "parts",
        ExampleFormat.ShareGpt => "value",
        _ => "content",
    };

    /// <summary>Pairs and plain text have answers, preferences have two of them; a host that takes a format takes it for that.</summary>
    private static bool IsOfMethod(TuningMethod method, ExampleFormat format) => method switch
    {
        TuningMethod.Dpo => format is ExampleFormat.Preference or ExampleFormat.ChosenRejected or ExampleFormat.GeminiPreference,
        _ => format is not (ExampleFormat.Preference or ExampleFormat.ChosenRejected or ExampleFormat.GeminiPreference),
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
        ExampleFormat.GeminiPreference => "gemini_preference",
        _ => "unknown",
    };

    /// <summary>The keys that a method's lines have.</summary>
    public static string Wanted(DatasetScope scope) => scope.Profile.Methods.Contains(scope.Method) ? scope.Method switch
    {
        TuningMethod.Dpo when scope.Profile.Formats.Contains("gemini_preference") => "\"contents\" and \"completions\"",
        not TuningMethod.Completion when scope.Profile.Formats.Contains("gemini") => "\"contents\"",
        TuningMethod.Dpo when scope.Profile.OwnFormatsOnly => "\"chosen\" and \"rejected\"",
        TuningMethod.Dpo => "\"input\", \"preferred_output\" and \"non_preferred_output\"",
        TuningMethod.Completion => "\"prompt\" and \"completion\"",
        _ => "\"messages\"",
    }
    : "\"messages\"";
}
