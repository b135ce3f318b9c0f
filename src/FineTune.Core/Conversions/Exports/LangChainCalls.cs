using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Conversions.Exports;

/// <summary>Tool calls as LangChain keeps them: <c>{"name": …, "args": {…}, "id": …}</c>.</summary>
internal static class LangChainCalls
{
    /// <summary>Whether a call has LangChain's keys instead of the hosts'.</summary>
    public static bool Is(Example example, int call) =>
        example.Find(call, "name"u8) >= 0 && example.Find(call, "args"u8) >= 0 && example.Find(call, "function"u8) < 0;

    /// <summary>The list as hosts want it; null where a call lacks something.</summary>
    public static byte[]? Write(Example example, int calls)
    {
        var list = new MemoryStream();
        foreach (var call in example.Tape.Items(calls))
        {
            if (WriteCall(example, call) is not { } written)
            {
                return null;
            }
            list.Write(list.Length == 0 ? "["u8 : ", "u8);
            list.Write(written);
        }
        list.WriteByte((byte)']');
        return list.ToArray();
    }

    /// <summary>One call as hosts want it; null where it lacks something.</summary>
    public static byte[]? WriteCall(Example example, int call)
    {
        if (example.Find(call, "function"u8) >= 0)
        {
            return example.Raw(call).ToArray();
        }
        var (name, arguments, id) = (example.Find(call, "name"u8), example.Find(call, "args"u8), example.Find(call, "id"u8));
        return name >= 0 && example.Node(name).IsText && arguments >= 0 && example.Node(arguments).Kind == JsonKind.Object && id >= 0 && example.Node(id).IsText
            ? [.. "{\"id\": "u8, .. example.Raw(id), .. ", \"type\": \"function\", \"function\": {\"name\": "u8, .. example.Raw(name), .. ", \"arguments\": "u8, .. JsonText.Quote(example.Raw(arguments)), .. "}}"u8]
            : null;
    }
}
