using System.Buffers;
using System.Text;

namespace FineTune.Core.Linting.Rules.Secrets;

/// <summary>The formats that are told by their first bytes; the more special first. Sources: the providers' documentation of their keys, gitleaks' rules.</summary>
internal static class SecretFormats
{
    private const string Digits = "0123456789";

    private const string Lower = "abcdefghijklmnopqrstuvwxyz";

    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static readonly SearchValues<byte> Hex = Values(Digits + "abcdef");

    private static readonly SearchValues<byte> UpperDigits = Values(Digits + Upper);

    private static readonly SearchValues<byte> LowerDigits = Values(Digits + Lower);

    private static readonly SearchValues<byte> Letters = Values(Digits + Lower + Upper);

    private static readonly SearchValues<byte> Url = Values(Digits + Lower + Upper + "_-");

    private static readonly SearchValues<byte> Word = Values(Digits + Lower + Upper + "_");

    private static readonly SearchValues<byte> Hyphened = Values(Digits + Lower + Upper + "-");

    private static readonly SearchValues<byte> Dotted = Values(Digits + Lower + Upper + "_-.");

    private static readonly SearchValues<byte> Base64 = Values(Digits + Lower + Upper + "+/=");

    private static readonly SearchValues<byte> Escaped = Values(Digits + Lower + Upper + "%");

    private static readonly SearchValues<byte> Path = Values(Digits + Lower + Upper + "/");

    public static IReadOnlyList<SecretFormat> All { get; } =
    [
        Of("an OpenAI project key", "sk-proj-", Url, 40, 200, 4.0),
        Of("an OpenAI service account key", "sk-svcacct-", Url, 40, 200, 4.0),
        Of("an OpenAI admin key", "sk-admin-", Url, 40, 200, 4.0),
        Of("an Anthropic key", "sk-ant-", Url, 60, 200, 4.0),
        Of("an OpenRouter key", "sk-or-v1-", Hex, 64, 64, 3.2),
        Of("an OpenAI key", "sk-", Letters, 48, 48, 4.0),
        Of("an AWS access key ID", "AKIA", UpperDigits, 16, 16, 2.8),
        Of("an AWS session key ID", "ASIA", UpperDigits, 16, 16, 2.8),
        Checked("a GitHub personal access token", "ghp_"),
        Checked("a GitHub OAuth token", "gho_"),
        Checked("a GitHub app's user token", "ghu_"),
        Checked("a GitHub app's installation token", "ghs_"),
        Checked("a GitHub refresh token", "ghr_"),
        Of("a GitHub fine-grained access token", "github_pat_", Word, 82, 82, 4.0),
        Of("a GitLab access token", "glpat-", Dotted, 20, 320, 3.5),
        Of("a Slack token", "xoxb-", Hyphened, 24, 250, 3.0),
        Of("a Slack token", "xoxp-", Hyphened, 24, 250, 3.0),
        Of("a Slack token", "xoxa-", Hyphened, 24, 250, 3.0),
        Of("a Slack token", "xoxr-", Hyphened, 24, 250, 3.0),
        Of("a Slack token", "xoxs-", Hyphened, 24, 250, 3.0),
        Of("a Slack token", "xoxe-", Hyphened, 24, 250, 3.0),
        Of("a Slack app token", "xapp-", Hyphened, 40, 250, 3.0),
        Of("a Slack webhook address", "hooks.slack.com/services/", Path, 40, 60, 3.5),
        Of("a Google API key", "AIza", Url, 35, 35, 3.8),
        Of("a Google OAuth client secret", "GOCSPX-", Url, 28, 28, 3.5),
        Of("a Stripe live key", "sk_live_", Letters, 16, 250, 3.5),
        Of("a Stripe restricted key", "rk_live_", Letters, 16, 250, 3.5),
        Of("a Stripe webhook secret", "whsec_", Base64, 32, 80, 3.8),
        Checked("an npm access token", "npm_"),
        Of("a NuGet API key", "oy2", LowerDigits, 43, 43, 3.8),
        Of("a PyPI token", "pypi-AgE", Url, 50, 500, 4.0),
        Of("a Hugging Face token", "hf_", Letters, 34, 34, 3.8),
        Of("a Groq key", "gsk_", Letters, 52, 52, 4.0),
        Of("a SendGrid key", "SG.", Dotted, 66, 66, 4.0),
        Of("a DigitalOcean token", "dop_v1_", Hex, 64, 64, 3.2),
        Of("a Shopify access token", "shpat_", Hex, 32, 32, 3.0),
        Of("a Docker access token", "dckr_pat_", Url, 27, 27, 3.8),
        Of("an Azure storage key", "AccountKey=", Base64, 88, 88, 4.5),
        Of("an Azure shared access key", "SharedAccessKey=", Base64, 44, 44, 4.0),
        Of("the signature of an Azure shared access address", "&sig=", Escaped, 43, 64, 4.2),
        Of("an Azure OpenAI key", "AZURE_OPENAI_API_KEY=", Hex, 32, 32, 3.0),
        Of("an Azure OpenAI key", "AZURE_OPENAI_KEY=", Hex, 32, 32, 3.0),
        Of("a key of Azure AI services", "Ocp-Apim-Subscription-Key: ", Hex, 32, 32, 3.0),
    ];

    /// <summary>Bytes that tokens are made of: a mark after one of them is not the start of one.</summary>
    public static SearchValues<byte> InTokens => Url;

    private static SecretFormat Of(string name, string mark, SearchValues<byte> alphabet, int shortest, int longest, double entropy) =>
        new(name, Encoding.ASCII.GetBytes(mark), alphabet, shortest, longest, entropy, HasChecksum: false);

    private static SecretFormat Checked(string name, string mark) =>
        new(name, Encoding.ASCII.GetBytes(mark), Letters, 36, 36, 0, HasChecksum: true);

    private static SearchValues<byte> Values(string letters) => SearchValues.Create(Encoding.ASCII.GetBytes(letters));
}
