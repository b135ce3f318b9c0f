using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FineTune.Core.Scoring;

/// <summary>Puts an answer into the templates of a grader: <c>{{item.x}}</c>, <c>{{sample.output_text}}</c>, <c>{{sample.output_json.x}}</c>.</summary>
internal sealed partial class TemplateText(GradedAnswer answer)
{
    /// <summary>The longest text that is compared: some metrics hold each word against each, and a template can repeat itself.</summary>
    public const int MostLength = 50_000;

    /// <summary>The first thing that could not be put in.</summary>
    public GradeFault Fault { get; private set; }

    public string Render(string template)
    {
        var text = new StringBuilder();
        var from = 0;
        while (template.IndexOf("{{", from, StringComparison.Ordinal) is >= 0 and var start
            && template.IndexOf("}}", start, StringComparison.Ordinal) is >= 0 and var end)
        {
            text.Append(template, from, start - from).Append(ValueOf(template[(start + 2)..end].Trim()));
            from = end + 2;
            if (text.Length > MostLength)
            {
                Fail(GradeFault.TooLong);
                return "";
            }
        }
        return text.Append(template, from, template.Length - from).ToString();
    }

    private string ValueOf(string path)
    {
        if (path == "sample.output_text")
        {
            return answer.Text;
        }
        var steps = Step().Matches(path).Select(step => step.Value.Trim('[', ']', '\'', '"')).ToArray();
        var (found, rest) = steps switch
        {
            ["item", ..] => (answer.Item, steps[1..]),
            ["sample", "output_json", ..] => (AsJson(), steps[2..]),
            _ => (null, steps),
        };
        foreach (var step in rest)
        {
            found = found is { } parent ? Child(parent, step) : null;
        }
        if (found is not { } value)
        {
            Fail(GradeFault.InvalidVariable);
            return "";
        }
        return value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
    }

    private JsonElement? AsJson()
    {
        try
        {
            using var document = JsonDocument.Parse(answer.Text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            Fail(GradeFault.SampleIsNotJson);
            return null;
        }
    }

    private static JsonElement? Child(JsonElement parent, string step) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(step, out var property) ? property
        : parent.ValueKind == JsonValueKind.Array && int.TryParse(step, out var index) && index >= 0 && index < parent.GetArrayLength() ? parent[index]
        : null;

    private void Fail(GradeFault fault) => Fault = Fault == GradeFault.None ? fault : Fault;

    [GeneratedRegex(@"\[[^\]]+\]|[^.\[\]]+", RegexOptions.CultureInvariant)]
    private static partial Regex Step();
}
