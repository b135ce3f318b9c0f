using System.CommandLine;
using FineTune.Core.Findings;
using FineTune.Core.Reporting;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Screens;
using FineTune.Tool.Terminal;

namespace FineTune.Tool.Commands;

/// <summary><c>finetune explain CODE</c>.</summary>
internal sealed class ExplainCommand : ToolCommand
{
    private readonly Argument<string> code = new("CODE") { Description = "A rule's code or name" };
    private readonly Option<string?> format = Choice.Of("--format", "text or markdown (default: text)", ["text", "markdown"]);

    public ExplainCommand()
        : base("explain", "Says what a rule checks and why, with a bad and a good example", "finetune explain FT2009", "finetune explain role-unknown --format markdown")
    {
        Add(code);
        Add(format);
    }

    public override Task<int> RunAsync(Invocation call, CancellationToken cancellation)
    {
        var page = Find(call.Get(code)!);
        if (call.Get(format) is "markdown")
        {
            call.Output.Write(page.Markdown);
        }
        else
        {
            new MarkdownScreen(call.Output, call.Ink, Math.Min(call.Surroundings.Width, 100)).Write(page.Markdown);
        }
        return Task.FromResult(ExitCode.Fine);
    }

    private static RulePage Find(string word)
    {
        if (RulePages.Find(word) is { } page)
        {
            return page;
        }
        RulePage[] all = [.. RulePages.All];
        return Array.Find(all, page => page.Rule.Name.Equals(word, StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException($"there is no rule {SafeText.Quote(word)}{DidYouMean.Of(word, all.SelectMany(one => new[] { one.Rule.Code, one.Rule.Name }))}; finetune rules lists them");
    }
}
