using System.CommandLine;
using FineTune.Core.Reporting.Formats;

namespace FineTune.Tool.CommandLine;

/// <summary>The options <c>--format</c> and <c>--output</c> of commands that report findings.</summary>
internal static class OutputOptions
{
    public static Option<string[]> Format()
    {
        var option = new Option<string[]>("--format", "-f")
        {
            Description = $"{string.Join(", ", ReportFormats.Names)}; may be repeated (default: text)",
            HelpName = "NAME",
        };
        option.CompletionSources.Add([.. ReportFormats.Names]);
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (ReportFormats.Find(token.Value) is null)
                {
                    result.AddError(Choice.Fault("--format", token.Value, ReportFormats.Names));
                }
            }
        });
        return option;
    }

    public static Option<string[]> Output() => new("--output", "-o")
    {
        Description = "Writes the format before it into a file; without one, the ending says which: .sarif, .json, .xml, .md, else text",
        HelpName = "FILE",
    };
}
