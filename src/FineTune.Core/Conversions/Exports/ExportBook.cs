namespace FineTune.Core.Conversions.Exports;

/// <summary>What other programs write out and people take for training data; of several that a line could be, the first.</summary>
internal static class ExportBook
{
    public static IReadOnlyList<Export> All { get; } =
    [
        new BatchRequest(),
        new BatchAnswer(),
        new RequestLog("request", "response"),
        new RequestLog("request_body", "response_body"),
        new RequestLog("requestBody", "responseBody"),
        new LangSmithRun(),
        new LangChainMessages(),
        new ColumnPair("instruction", "response"),
        new ColumnPair("question", "answer"),
        new ColumnPair("question", "response"),
        new ColumnPair("query", "answer"),
        new ColumnPair("query", "response"),
        new ColumnPair("context", "response"),
        new ColumnPair("problem", "solution"),
        new ColumnPair("input", "output"),
        new ColumnPair("user", "assistant"),
        new ColumnPair("human", "assistant"),
        new NamedExport("a task of a Label Studio export", ["data", "annotations"], "its labels are no messages: only you can say what is asked in \"data\" and what is answered"),
        new NamedExport("a record of an Argilla export", ["fields", "responses"], "only you can say which of its \"fields\" is asked and which is answered"),
        new NamedExport("an item of a Langfuse dataset", ["input", "expectedOutput"], "only you can say what of its \"input\" is asked"),
        new NamedExport("a question of a SQuAD export", ["question", "context", "answers"], "only you can say which of its \"answers\" is to be learnt"),
    ];
}
