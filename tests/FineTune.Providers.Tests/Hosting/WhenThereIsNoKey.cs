using FineTune.Core.Findings.Rules;
using FineTune.Core.Manifest;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.Tests.Hosting;

public sealed class WhenThereIsNoKey
{
    private static ProviderSettings Provider { get; } = new() { Name = "openai", Kind = ProviderKind.OpenAI, Profile = "openai" };

    [Fact]
    public async Task TheMessageNamesTheVariable()
    {
        var error = await Should.ThrowAsync<ReleaseError>(() => new KeySource(_ => null, "TEAM_KEY", "OpenAI").ReadAsync(default));

        error.Rule.Code.ShouldBe("FT8001");
        error.Message.ShouldContain("TEAM_KEY");
        error.Message.ShouldContain("FINETUNE_TOKEN_COMMAND");
    }

    [Fact]
    public async Task ACommandMayPrintAToken() =>
        (await new KeySource(name => name == "FINETUNE_TOKEN_COMMAND" ? "echo 'a-token'" : null, "TEAM_KEY", "OpenAI").ReadAsync(default)).ShouldBe("a-token");

    [UnixTheory]
    [InlineData("yes", "printed more than 64 kB")]
    [InlineData("printf 'a\\nb'", "has a space, a line break")]
    [InlineData("printf ''", "printed nothing")]
    [InlineData("false", "ended with exit code 1")]
    [InlineData("no-such-command-anywhere", "cannot be started")]
    public async Task ACommandThatPrintsNoTokenIsNamed(string command, string said)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var error = await Should.ThrowAsync<ReleaseError>(() => new KeySource(name => name == "FINETUNE_TOKEN_COMMAND" ? command : null, "TEAM_KEY", "OpenAI").ReadAsync(deadline.Token));

        error.Rule.Code.ShouldBe("FT8001");
        error.Message.ShouldContain("the command in FINETUNE_TOKEN_COMMAND");
        error.Message.ShouldContain(said);
        error.Message.ShouldNotContain("TEAM_KEY");
    }

    [Theory]
    [InlineData("OPENAI_ORG_ID")]
    [InlineData("OPENAI_PROJECT_ID")]
    [InlineData("OPENAI_API_KEY")]
    public async Task NoVariableBringsAHeaderOfItsOwn(string variable)
    {
        var variables = new Dictionary<string, string> { ["OPENAI_API_KEY"] = "a-key", ["OPENAI_BASE_URL"] = "http://127.0.0.1:1", [variable] = "x\r\nX-Evil: y" };
        await using var hosts = new HostDirectory(new HostSurroundings(variables.GetValueOrDefault, Clock.Of(TimeProvider.System), "/"));

        var error = await Should.ThrowAsync<ReleaseError>(async () => await (await hosts.OpenAsync(Provider, default)).ListFilesAsync("x", default));

        (error.Rule.Code, error.Message.Contains("Evil", StringComparison.Ordinal)).ShouldBe(("FT8001", false));
        error.Message.ShouldContain(variable);
    }

    [Theory]
    [InlineData("planted")]
    [InlineData("http://planted.example.com/")]
    [InlineData("https://planted@example.com/")]
    [InlineData("https://example.com/?planted")]
    public void TheValueOfAVariableIsNotShown(string value)
    {
        var written = Provider with { Endpoint = new("${TEAM_PLACE}", default) };
        Should.Throw<ReleaseError>(() => HostAddress.Of(written, null, null, _ => value)).Message.ShouldSatisfyAllConditions(
            message => message.ShouldContain("\"${TEAM_PLACE}\""),
            message => message.ShouldNotContain("planted"));
        Should.Throw<ReleaseError>(() => HostAddress.Of(Provider, "OPENAI_BASE_URL", null, _ => value)).Message.ShouldSatisfyAllConditions(
            message => message.ShouldContain("OPENAI_BASE_URL"),
            message => message.ShouldNotContain("planted"));
    }

    [Theory]
    [InlineData("http://example.com/v1")]
    [InlineData("http://127.0.0.1.example.com/v1")]
    [InlineData("https://user:password@example.com/v1")]
    [InlineData("https://example.com/v1?key=secret-value")]
    [InlineData("file:///etc/passwd")]
    [InlineData("nonsense")]
    public void AnAddressThatAKeyMustNotGoToIsRefused(string address)
    {
        var error = Should.Throw<ReleaseError>(() => HostAddress.Parse(address));

        error.Rule.ShouldBe(ReleaseRules.EndpointRefused);
        error.Message.ShouldNotContain("password@");
        error.Message.ShouldNotContain("secret-value");
    }

    [Theory]
    [InlineData("http://localhost:8080/v1", "http://localhost:8080/v1/")]
    [InlineData("http://[::1]:8080", "http://[::1]:8080/")]
    [InlineData("https://api.example.com/v1/", "https://api.example.com/v1/")]
    public void OthersAreTaken(string address, string expected) => HostAddress.Parse(address).ToString().ShouldBe(expected);
}
