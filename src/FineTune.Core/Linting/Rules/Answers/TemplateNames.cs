using System.Text.RegularExpressions;
using FineTune.Core.Datasets;
using FineTune.Core.Linting.Answers;

namespace FineTune.Core.Linting.Rules.Answers;

/// <summary>Finds names in braces, as templates have them: <c>{NAME}</c>, <c>{{name}}</c>, <c>&lt;&lt;name&gt;&gt;</c>, <c>%s</c>.</summary>
internal static partial class TemplateNames
{
    /// <summary>Who speaks of one of these has the names in braces on purpose.</summary>
    private static readonly string[] Topics = ["template", "placeholder", "variable", "format string", "f-string", "jinja", "mustache", "handlebars", "printf", "in braces", "curly", "fill in", "replace", "json", "schema", "```", "latex", "\\begin{"];

    private const int MostRead = 4000;

    /// <summary>The names in prompts that the answer does not write, and in answers that the prompt does not name; none where the example speaks of templates.</summary>
    public static HashSet<string> In(Example example)
    {
        var (given, answered) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var texts = TextsOf(example);
        if (!texts.Exists(text => example.RawText(text.Text).IndexOfAny((byte)'{', (byte)'<', (byte)'%') >= 0))
        {
            return given;
        }
        foreach (var (text, isAnswer) in texts)
        {
            var shown = example.Show(text);
            shown = shown.Length > MostRead ? shown[..MostRead] : shown;
            if (Topics.Any(topic => shown.Contains(topic, StringComparison.OrdinalIgnoreCase)))
            {
                return [];
            }
            (isAnswer ? answered : given).UnionWith(Names().Matches(shown).Select(match => match.Value));
        }
        // What the prompt names and the answer writes is meant.
        given.SymmetricExceptWith(answered);
        return given;
    }

    /// <summary>Where a name stands; null where it does not.</summary>
    public static (int Start, int End)? PlaceOf(Example example, string name)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(name);
        foreach (var (text, _) in TextsOf(example))
        {
            if (example.RawText(text).IndexOf(bytes) is >= 0 and var at)
            {
                return (example.Node(text).Start + 1 + at, example.Node(text).Start + 1 + at + bytes.Length);
            }
        }
        return null;
    }

    private static List<(int Text, bool IsAnswer)> TextsOf(Example example)
    {
        var texts = new List<(int Text, bool IsAnswer)>();
        foreach (ref readonly var message in example.Messages)
        {
            if (message.Role is MessageRole.User or MessageRole.Assistant || message.IsInstruction)
            {
                foreach (var text in new MessageTexts(example, message))
                {
                    texts.Add((text, message.Role == MessageRole.Assistant));
                }
            }
        }
        if (example.Format == ExampleFormat.PromptCompletion)
        {
            if (example.Find(0, "prompt"u8) is >= 0 and var prompt && example.Node(prompt).IsText)
            {
                texts.Add((prompt, false));
            }
            if (AnswerTexts.Last(example) is >= 0 and var answer)
            {
                texts.Add((answer, true));
            }
        }
        return texts;
    }

    // Not in a path, a command or a formula, where a brace stands after a letter or a mark.
    [GeneratedRegex("""(?<=^|[\s"'(>:])(?:\{[A-Za-z][A-Za-z0-9_]{1,30}\}|\{\{ ?[A-Za-z][A-Za-z0-9_. ]{1,30}\}\}|<<[A-Za-z][A-Za-z0-9_]{1,30}>>|%s)(?=$|[\s"'.,;:!?)<])""", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
