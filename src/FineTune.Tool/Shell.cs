using System.CommandLine;
using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Reporting;
using FineTune.Core.Reporting.Frames;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Rendering;
using FineTune.Tool.Screens;
using FineTune.Tool.Terminal;

namespace FineTune.Tool;

/// <summary>Reads the command line, runs the command, and turns all that can go wrong into a message and an exit code.</summary>
internal sealed class Shell(Surroundings surroundings)
{
    private static readonly ParserConfiguration Grammar = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    /// <summary>Runs one command line.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var code = await AnswerAsync(arguments);
        surroundings.Output.Flush();
        return surroundings.LostOutput() is { } lost ? Lost(code, lost.Name, lost.Fault) : code;
    }

    private async Task<int> AnswerAsync(IReadOnlyList<string> arguments)
    {
        if (arguments is ["--version"])
        {
            surroundings.Output.Write(ProductVersion.Text + "\n");
            return ExitCode.Fine;
        }
        var root = CommandTree.Build();
        if (arguments.Count == 0)
        {
            ShowOverview(root);
            return ExitCode.Fine;
        }
        if (arguments[0].StartsWith("[suggest", StringComparison.Ordinal))
        {
            return await root.Parse(arguments, Grammar).InvokeAsync(new() { Output = surroundings.Output, Error = surroundings.Error });
        }
        return await RunAsync(root, root.Parse(arguments, Grammar));
    }

    private async Task<int> RunAsync(RootCommand root, ParseResult parsed)
    {
        using var call = new Invocation(parsed, surroundings);
        var command = parsed.CommandResult.Command;
        if (parsed.GetValue(GlobalOptions.Help))
        {
            ShowHelp(command, call.OutputHasColor);
            return ExitCode.Fine;
        }
        if (ParseFault.Find(parsed) is { } fault)
        {
            return Refuse(fault, command);
        }
        if (command is not ToolCommand tool)
        {
            ShowHelp(command, call.OutputHasColor);
            return command == root ? ExitCode.Fine : ExitCode.Usage;
        }
        return await RunAsync(tool, call);
    }

    private async Task<int> RunAsync(ToolCommand command, Invocation call)
    {
        using var interruption = new Interruption();
        try
        {
            return await command.RunAsync(call, interruption.Token);
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            call.Say("cancelled");
            return ExitCode.Interrupted;
        }
        catch (FindingsException e)
        {
            FindingScreen.Write(call, e.Findings);
            return ExitCode.Failed;
        }
        catch (UsageException e)
        {
            return Refuse(e.Message, command);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            call.Fail(e.Message.Replace(surroundings.Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
            Trace(call, e);
            return ExitCode.Usage;
        }
        catch (Exception e)
        {
            call.Fail(ToolRules.InternalError, $"this is a fault of finetune itself ({e.GetType().Name}: {e.Message}); please report it, with what --verbosity diagnostic says");
            Trace(call, e);
            return ExitCode.Failed;
        }
    }

    // Each in a method of its own: what names a page loads the library that draws it.
    private void ShowOverview(RootCommand root) =>
        new Screen(surroundings.Output, surroundings.OutputIsTerminal && !surroundings.NoColor, surroundings.OutputIsTerminal ? surroundings.Width : Screen.Endless).Draw(OverviewScreen.Of(root));

    private void ShowHelp(Command command, bool hasColor) => new Screen(surroundings.Output, hasColor, surroundings.Width).Draw(HelpScreen.Of(command));

    // What was done counts, and a worse end than a lost line is told by its own code.
    private int Lost(int code, string name, Exception fault)
    {
        surroundings.Error.Write($"error: {name} can't be written: {IOFault.Describe(fault)}\n");
        return code is ExitCode.Fine or ExitCode.Failed ? ExitCode.Usage : code;
    }

    private int Refuse(string message, Command command)
    {
        var ink = new Ansi(surroundings.ErrorIsTerminal && !surroundings.NoColor);
        surroundings.Error.Write($"{ink.Red("error")}: {SafeText.Clean(message)}\n");
        surroundings.Error.Write(ink.Dim($"{CommandPath.Of(command)} --help shows how it is used") + "\n");
        return ExitCode.Usage;
    }

    private void Trace(Invocation call, Exception e)
    {
        if (call.Verbosity == Verbosity.Diagnostic)
        {
            surroundings.Error.Write(string.Join('\n', e.ToString().Split('\n').Select(SafeText.Clean)) + "\n");
        }
    }
}
