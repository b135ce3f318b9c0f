using System.Text;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Rules.Secrets;
using FineTune.Core.Tests.Linting.Quality;

namespace FineTune.Core.Tests.Linting.Secrets;

/// <summary>The values are put together here, so that no file holds one.</summary>
public class WhenDataHoldsASecret
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public static TheoryData<string, string> Secrets() => new()
    {
        { "sk-" + "proj-" + Random(60) + "T3BlbkFJ" + Random(60), "OpenAI project key" },
        { "sk-" + Random(20) + "T3BlbkFJ" + Random(20), "OpenAI key" },
        { "sk-" + "ant-api03-" + Random(93) + "AA", "Anthropic" },
        { "AKIA" + Random(16, Alphabet[..36]), "AWS access key ID" },
        { "aws_secret_access_key = " + Random(40), "AWS secret access key" },
        { Checked("ghp_"), "GitHub personal access token, whose checksum is right" },
        { Checked("ghs_"), "GitHub app" },
        { Checked("npm_"), "npm" },
        { "github_" + "pat_" + Random(22) + "_" + Random(59), "fine-grained" },
        { "glpat-" + Random(20), "GitLab" },
        { "xoxb-" + "2847561938-" + Random(30), "Slack" },
        { "AIza" + Random(35), "Google API key" },
        { "sk_" + "live_" + Random(24), "Stripe" },
        { "oy2" + Random(43, Alphabet[..10] + Alphabet[36..]), "NuGet" },
        { "hf_" + Random(34), "Hugging Face" },
        { "AccountKey=" + Random(86) + "==", "Azure storage" },
        { "SharedAccessKey=" + Random(43) + "=", "shared access key" },
        { Random(3) + "8Q~" + Random(34), "Entra" },
        { Random(52) + "JQQJ99" + Random(26), "Azure AI" },
        { "-----BEGIN " + "RSA PRIVATE KEY-----\nMIIE", "private key" },
        { "-----BEGIN " + "PGP PRIVATE KEY BLOCK-----", "private key" },
        { "Server=tcp:sql7.fjell.net;User ID=shop;Password=" + "gT7vQ2mZ9x;", "connection string" },
        { "postgres://shop:" + "gT7vQ2mZ9x" + "@db7.fjell.net:5432/shop", "address with its password" },
        { "postgres://shop:" + "gT7vQ2mZ9x" + "@db.fjell.net/shop", "address with its password" },
        { "redis://:" + "gT7vQ2mZ9x" + "@cache.fjell.net:6379", "address with its password" },
        { "AZURE_OPENAI_API_KEY=" + Random(32, Alphabet[..10] + "abcdef"), "Azure OpenAI" },
        { "Ocp-Apim-Subscription-Key: " + Random(32, Alphabet[..10] + "abcdef"), "Azure AI services" },
        { "https://fjell.blob.core.windows.net/c/f?sv=2024-11-04&sig=" + Random(43) + "%3D", "shared access address" },
        { Token(), "web token" },
    };

    [Theory]
    [MemberData(nameof(Secrets))]
    public void ItIsFoundAndNeverShown(string secret, string kind)
    {
        using var dataset = new Dataset(Chat.Line("What is it?", $"It is\n{secret} and more."));

        var finding = dataset.Findings().ShouldHaveSingleItem();
        finding.Code.ShouldBe("FT5001");
        finding.Severity.ShouldBe(Severity.Error);
        finding.Message.ShouldContain(kind);
        for (var i = 0; i + 8 <= secret.Length && secret.Length > 40; i += 8)
        {
            finding.Message.ShouldNotContain(secret.Substring(i, 8).Trim('-'));
        }
        finding.Range.End.Column.ShouldBeGreaterThan(finding.Range.Start.Column + 4);
    }

    [Theory]
    [MemberData(nameof(Secrets))]
    public void InTheMiddleOfALongerRunItIsNone(string secret, string kind)
    {
        if (!kind.Contains("private key", StringComparison.Ordinal) && !secret.Contains('=', StringComparison.Ordinal) && !secret.Contains('@', StringComparison.Ordinal))
        {
            using var dataset = new Dataset(Chat.Line("What is it?", $"a7{secret}"));
            dataset.Show().ShouldBeEmpty();
        }
    }

    [Fact]
    public void AnywhereInTheLineItIsFound()
    {
        var secret = Checked("ghp_");
        var line = $$$"""{"messages": [{"role": "user", "content": "x"}, {"role": "assistant", "tool_calls": [{"id": "c", "type": "function", "function": {"name": "f", "arguments": "{\"token\": \"{{{secret}}}\"}"}}]}]}""";

        Dataset.CodesOf(line).ShouldContain("FT5001");
    }

    [Fact]
    public void ATokenWhoseChecksumIsWrongIsNone()
    {
        var secret = Checked("ghp_");
        var wrong = secret[..^1] + (secret[^1] == 'a' ? 'b' : 'a');

        Dataset.CodesOf(Chat.Line("x", wrong)).ShouldBeEmpty();
    }

    [Fact]
    public void TheChecksumIsThatOfGitHub()
    {
        // A token that GitHub's own announcement of the format led to, long revoked.
        TokenChecksum.IsRight(Encoding.ASCII.GetBytes(string.Concat("zQWBuTSOoRi4A9spHcVY5", "ncnsDkxkJ", "0mLq17"))).ShouldBeTrue();
    }

    private static string Checked(string prefix)
    {
        var text = Random(30);
        var checksum = new byte[TokenChecksum.Length];
        TokenChecksum.Write(Encoding.ASCII.GetBytes(text), checksum);
        return prefix + text + Encoding.ASCII.GetString(checksum);
    }

    private static string Token()
    {
        static string part(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        return $"{part("""{"alg":"HS256","typ":"JWT"}""")}.{part("""{"sub":"u-77381","role":"shop"}""")}.{Random(43)}";
    }

    private static string Random(int length, string alphabet = Alphabet)
    {
        var random = new Random(length * 31);
        return string.Concat(Enumerable.Range(0, length).Select(_ => alphabet[random.Next(alphabet.Length)]));
    }
}
