using System.ClientModel.Primitives;
using Azure.Core;
using Azure.Identity;
using FineTune.Core.Findings.Rules;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.Azure;

/// <summary>Entra ID: a bearer token of a scope, asked for again before it runs out.</summary>
internal sealed class EntraPolicy(TokenCredential credential, string scope, TimeProvider time) : AuthenticationPolicy
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);
    private AccessToken token;

    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) =>
        ProcessAsync(message, pipeline, currentIndex).AsTask().GetAwaiter().GetResult();

    public override async ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        if (token.Token is null || token.ExpiresOn - Margin <= time.GetUtcNow())
        {
            token = await AskAsync(message.CancellationToken).ConfigureAwait(false);
        }
        message.Request.Headers.Set("Authorization", $"Bearer {token.Token}");
        await ProcessNextAsync(message, pipeline, currentIndex).ConfigureAwait(false);
    }

    private async Task<AccessToken> AskAsync(CancellationToken cancellation)
    {
        try
        {
            return await credential.GetTokenAsync(new TokenRequestContext([scope]), cancellation).ConfigureAwait(false);
        }
        catch (AuthenticationFailedException)
        {
            throw new ReleaseError(
                ReleaseRules.Authentication,
                "Entra ID gave no token for Azure: log in with az login, give the job an identity, or set AZURE_OPENAI_API_KEY");
        }
    }
}
