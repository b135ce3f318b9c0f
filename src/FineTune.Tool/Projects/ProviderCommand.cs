using FineTune.Providers.Hosting;
using FineTune.Tool.CommandLine;

namespace FineTune.Tool.Projects;

/// <summary>A command that may ask a provider.</summary>
internal abstract class ProviderCommand(string name, string description, params string[] examples) : ToolCommand(name, description, examples)
{
    /// <inheritdoc/>
    public sealed override async Task<int> RunAsync(Invocation call, CancellationToken cancellation)
    {
        try
        {
            return await WorkAsync(call, cancellation);
        }
        catch (ReleaseError e)
        {
            call.Fail(e.Rule, e.Message);
            return e.ExitCode;
        }
    }

    /// <summary>Does it.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="ReleaseError">The outside world said no.</exception>
    protected abstract Task<int> WorkAsync(Invocation call, CancellationToken cancellation);
}
