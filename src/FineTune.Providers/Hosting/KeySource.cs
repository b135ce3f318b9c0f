using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;

namespace FineTune.Providers.Hosting;

/// <summary>Where a key comes from: a variable of the environment, or a command that prints a token. Never from a file of the repository.</summary>
/// <param name="variables">Reads a variable of the environment; null where it is not set.</param>
/// <param name="variable">The variable that holds the key.</param>
/// <param name="title">The host's name for people.</param>
internal sealed class KeySource(Func<string, string?> variables, string variable, string title)
{
    /// <summary>Variable of the command whose output is the bearer token.</summary>
    public const string TokenCommandVariable = "FINETUNE_TOKEN_COMMAND";

    /// <summary>Whether a fresh token can be had when an old one has run out.</summary>
    public bool CanRenew => KeyVariable is null && TokenCommand is not null;

    private string? KeyVariable => NullIfBlank(variables(variable));

    private string? TokenCommand => NullIfBlank(variables(TokenCommandVariable));

    /// <summary>The key.</summary>
    /// <exception cref="ReleaseError">FT8001: there is none, or it cannot stand in a header.</exception>
    public async Task<string> ReadAsync(CancellationToken cancellation)
    {
        if (KeyVariable is { } key)
        {
            return HeaderText.Check(key, $"the key for {title} in {SafeText.Clean(variable)}");
        }
        return TokenCommand is { } command
            ? HeaderText.Check(await Hosting.TokenCommand.RunAsync(command, cancellation).ConfigureAwait(false), $"what the command in {TokenCommandVariable} printed")
            : throw new ReleaseError(
                ReleaseRules.Authentication,
                $"there is no key for {title}: set the environment variable {SafeText.Clean(variable)}, or {TokenCommandVariable} to a command that prints a token");
    }

    private static string? NullIfBlank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
