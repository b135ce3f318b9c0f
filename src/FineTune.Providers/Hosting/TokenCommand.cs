using System.Diagnostics;
using System.Text;
using FineTune.Core.Findings.Rules;

namespace FineTune.Providers.Hosting;

/// <summary>Runs the user's command that prints a bearer token; without a shell.</summary>
internal static class TokenCommand
{
    private const int MaxOutput = 64 * 1024;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    /// <summary>What the command prints, without the line end.</summary>
    /// <exception cref="ReleaseError">FT8001: it cannot be started, fails, or prints nothing.</exception>
    public static async Task<string> RunAsync(string command, CancellationToken cancellation)
    {
        var words = Split(command);
        using var process = Start(words);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(Timeout);
        try
        {
            var output = await ReadAsync(process.StandardOutput, deadline.Token).ConfigureAwait(false);
            await process.WaitForExitAsync(deadline.Token).ConfigureAwait(false);
            var token = output.Trim();
            return process.ExitCode == 0 && token.Length > 0
                ? token
                : throw Failed($"ended with exit code {process.ExitCode} and {(token.Length == 0 ? "printed nothing" : "printed something, which is not taken for a token then")}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw Failed($"did not end within {Timeout.TotalSeconds} s");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        async Task<string> ReadAsync(StreamReader output, CancellationToken stop)
        {
            var text = new char[MaxOutput + 1];
            var length = await output.ReadBlockAsync(text, stop).ConfigureAwait(false);
            return length <= MaxOutput ? new string(text, 0, length) : throw Failed($"printed more than {MaxOutput / 1024} kB, which is no token");
        }

        Process Start(IReadOnlyList<string> arguments)
        {
            var start = new ProcessStartInfo { FileName = arguments.Count > 0 ? arguments[0] : "", RedirectStandardOutput = true, UseShellExecute = false };
            foreach (var argument in arguments.Skip(1))
            {
                start.ArgumentList.Add(argument);
            }
            start.Environment.Remove(KeySource.TokenCommandVariable);
            try
            {
                return Process.Start(start)!;
            }
            catch (Exception error) when (error is System.ComponentModel.Win32Exception or InvalidOperationException)
            {
                throw Failed("cannot be started");
            }
        }
    }

    /// <summary>Splits at blanks; single and double quotes hold a word together, nothing else is special.</summary>
    internal static IReadOnlyList<string> Split(string command)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var inWord = false;
        char? quote = null;
        foreach (var c in command)
        {
            if (quote is not null && c == quote)
            {
                quote = null;
            }
            else if (quote is null && c is '"' or '\'' && quote is null)
            {
                (quote, inWord) = (c, true);
            }
            else if (quote is null && char.IsWhiteSpace(c))
            {
                if (inWord)
                {
                    words.Add(word.ToString());
                    (inWord, _) = (false, word.Clear());
                }
            }
            else
            {
                (inWord, _) = (true, word.Append(c));
            }
        }
        if (inWord)
        {
            words.Add(word.ToString());
        }
        return words;
    }

    // The command's own words are not shown: they may hold a secret.
    private static ReleaseError Failed(string what) =>
        new(ReleaseRules.Authentication, $"the command in {KeySource.TokenCommandVariable} {what}");
}
