using System.Text;

namespace FineTune.Benchmarks.Data;

/// <summary><c>make-data SIZE_MB OUT [international|beyond]</c>: chat examples of any size, seeded, of text that does not repeat.</summary>
internal static class DataMaker
{
    private const ulong Seed = 20261122;

    private const string Tools = """, "tools": [{"type": "function", "function": {"name": "look_up", "parameters": {"type": "object", "properties": {"id": {"type": "integer"}, "deep": {"type": "boolean"}}, "required": ["id"]}}}]""";

    public static int Run(int megabytes, string path, Language language)
    {
        var draws = new SeededDraws(Seed);
        var prose = new Prose(draws);
        using var file = File.Create(path);
        for (var line = new StringBuilder(); file.Length < megabytes * 1_000_000L; line.Clear())
        {
            // As most writers do by default, seven lines of ten hold nothing but ASCII.
            Example(line, draws, prose, language, ascii: draws.Below(10) < 7);
            file.Write(Encoding.UTF8.GetBytes(line.ToString()));
        }

        return 0;
    }

    private static void Example(StringBuilder line, SeededDraws draws, Prose prose, Language language, bool ascii)
    {
        line.Append("{\"messages\": [");
        if (!draws.OneIn(4))
        {
            Message(line, "system", prose.Text(40 + draws.Below(400), language), ascii);
            line.Append(", ");
        }

        for (var turns = draws.Below(4); turns >= 0; turns--)
        {
            Message(line, "user", prose.Text(20 + Skewed(draws, 1500), language), ascii);
            line.Append(", ");
            if (draws.OneIn(12))
            {
                Call(line, draws, prose, language, ascii);
            }

            Message(line, "assistant", prose.Text(20 + Skewed(draws, 4000), language), ascii);
            line.Append(turns > 0 ? ", " : "]");
        }

        line.Append(Tools).Append("}\n");
    }

    private static void Call(StringBuilder line, SeededDraws draws, Prose prose, Language language, bool ascii)
    {
        var id = $"call_{draws.Next():x16}";
        line.Append($"{{\"role\": \"assistant\", \"tool_calls\": [{{\"id\": \"{id}\", \"type\": \"function\", \"function\": {{\"name\": \"look_up\", \"arguments\": ");
        Quote(line, $"{{\"id\": {draws.Below(100000)}, \"deep\": {draws.Pick("true", "false")}}}", ascii);
        line.Append($"}}}}]}}, {{\"role\": \"tool\", \"tool_call_id\": \"{id}\", \"content\": ");
        Quote(line, prose.Text(30 + draws.Below(300), language), ascii);
        line.Append("}, ");
    }

    private static int Skewed(SeededDraws draws, int most)
    {
        var unit = draws.Unit();
        return (int)(unit * unit * unit * most);
    }

    private static void Message(StringBuilder line, string role, string content, bool ascii)
    {
        line.Append($"{{\"role\": \"{role}\", \"content\": ");
        Quote(line, content, ascii);
        line.Append('}');
    }

    private static void Quote(StringBuilder line, string text, bool ascii)
    {
        line.Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => line.Append("\\\""),
                '\\' => line.Append("\\\\"),
                '\n' => line.Append("\\n"),
                '\t' => line.Append("\\t"),
                < ' ' => line.Append($"\\u{(int)c:x4}"),
                > '~' when ascii => line.Append($"\\u{(int)c:x4}"),
                _ => line.Append(c),
            };
        }

        line.Append('"');
    }
}
