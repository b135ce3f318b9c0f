using FineTune.Providers.Hosting;
using FineTune.Providers.Releasing;

namespace FineTune.Providers.Tests.Hosting;

public sealed class WhenThereIsNoKey
{
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

        error.Message.ShouldNotContain("password@");
        error.Message.ShouldNotContain("secret-value");
    }

    [Theory]
    [InlineData("http://localhost:8080/v1", "http://localhost:8080/v1/")]
    [InlineData("http://[::1]:8080", "http://[::1]:8080/")]
    [InlineData("https://api.example.com/v1/", "https://api.example.com/v1/")]
    public void OthersAreTaken(string address, string expected) => HostAddress.Parse(address).ToString().ShouldBe(expected);
}
