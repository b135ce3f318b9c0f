using System.Buffers;
using System.Text;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Messages;

/// <summary>FT2023: a participant's name has characters that hosts refuse, or is very long.</summary>
internal sealed class NameInvalid() : ExampleRule("FT2023", "name-invalid", Severity.Error, "A participant's name has characters that hosts refuse")
{
    private const int LongestName = 64;

    private static readonly SearchValues<char> Refused = SearchValues.Create("<|\\/>");

    public override void Check(Example example, Inspection inspection)
    {
        foreach (ref readonly var message in example.Messages)
        {
            if (message.Name < 0 || message.IsResult || message.Role == MessageRole.Unknown)
            {
                continue;
            }
            if (!example.Node(message.Name).IsText)
            {
                inspection.Report(this, example, message.Name, $"name is {ValueWords.Of(example, message.Name)}; it must be a string");
                continue;
            }
            var name = example.Show(message.Name);
            if (name.Length == 0 || name.AsSpan().IndexOfAny(Refused) >= 0 || name.EnumerateRunes().Any(Rune.IsWhiteSpace))
            {
                inspection.Report(this, example, message.Name, $"name is {SafeText.Quote(name)}; it may not be empty, nor have white space or any of < | \\ / >");
            }
            else if (name.Length > LongestName)
            {
                inspection.Report(this, Severity.Warning, example, message.Name, $"name has {name.Length} characters; hosts take up to {LongestName}");
            }
        }
    }
}
