namespace FineTune.Core.Tests.Manifest;

public sealed class WhenAProviderIsWrong : IDisposable
{
    private readonly ManifestFolder folder = new();

    [Theory]
    [InlineData("▲mine: { profile: openai }", "FT0004", "\"mine\" has no \"kind\"")]
    [InlineData("mine: { kind: ▲open_ai }", "FT0004", "did you mean \"openai\"?")]
    [InlineData("▲mine: { kind: azure }", "FT0004", "has no \"endpoint\"")]
    [InlineData("▲mine: { kind: openai_compatible }", "FT0004", "has no \"endpoint\"")]
    [InlineData("▲mine: { kind: exec }", "FT0004", "has no \"command\"")]
    [InlineData("mine: { kind: exec, command: ▲[] }", "FT0004", "it needs at least 1")]
    [InlineData("mine: { kind: exec, command: ▲python train.py }", "FT0004", "is text; it must be a list")]
    [InlineData("mine: { kind: exec, command: [run], ▲endpoint: \"https://a.example.com\" }", "FT0004", "means nothing to a provider of kind exec")]
    [InlineData("mine: { kind: openai, ▲training_type: standard }", "FT0004", "means nothing to a provider of kind openai")]
    [InlineData("mine: { kind: openai, profile: ▲opennai }", "FT0004", "did you mean \"openai\"?")]
    [InlineData("mine: { kind: openai, endpoint: ▲\"http://a.example.com\" }", "FT0004", "http is allowed to this machine only")]
    [InlineData("mine: { kind: openai, endpoint: ▲a.example.com }", "FT0004", "it must start with https://")]
    [InlineData("mine: { kind: openai, endpoint: ▲\"file:///etc/passwd\" }", "FT0004", "it must start with https://")]
    [InlineData("mine: { kind: openai, endpoint: ▲\"https://a.example.com/v1?key=1\" }", "FT0004", "the base address alone")]
    [InlineData("mine: { kind: openai, endpoint: ▲\"https://me:hunter2@a.example.com/v1\" }", "FT0007", "has a user or password in it")]
    [InlineData("mine: { kind: openai, endpoint: \"https://a.example.com\", api_key_env: ▲\"${KEY}\" }", "FT0004", "the name of the variable alone")]
    [InlineData("mine: { kind: openai, api_key_env: ▲MY-KEY }", "FT0004", "is not the name of an environment variable")]
    [InlineData("mine: { kind: openai, api_key_env: ▲sk-proj-hunter2hunter2hunter2 }", "FT0007", "write the name of the environment variable")]
    [InlineData("mine: { kind: openai, api_key_env: ▲hunter2a1b2c3d4e5f60718293a4b5c }", "FT0007", "write the name of the environment variable")]
    [InlineData("mine: { kind: openai, api_key: ▲hunter2 }", "FT0007", "write the name of an environment variable")]
    [InlineData("mine: { kind: openai, token: ▲hunter2 }", "FT0007", "write the name of an environment variable")]
    [InlineData("mine: { kind: exec, command: [run, ▲--key=sk-hunter2hunter2hunter2] }", "FT0007", "looks like a key")]
    [InlineData("mine: { kind: exec, command: [run, ▲\"${HOME}\"] }", "FT0004", "variables are allowed in \"endpoint\"")]
    [InlineData("mine: { kind: azure, endpoint: \"https://a.example.com\", training_type: ▲global }", "FT0004", "standard, global_standard or developer")]
    [InlineData("mine: { kind: azure, endpoint: \"https://a.example.com\", ▲deployment: { name: x } }", "FT0004", "deployment has no \"resource_id\"")]
    [InlineData("mine: { kind: azure, endpoint: \"https://a.example.com\", deployment: { name: x, resource_id: y, sku: ▲\"${SKU}\" } }", "FT0004", "variables are allowed")]
    [InlineData("mine: { kind: azure, endpoint: \"https://a.example.com\", deployment: { name: x, resource_id: y, capacity: ▲0 } }", "FT0004", "a whole number from 1")]
    [InlineData("mine: { ▲knd: openai, kind: openai }", "FT0003", "did you mean \"kind\"?")]
    public void ItSaysSo(string provider, string code, string message)
    {
        var finding = folder.ReadFault($"version: 1\nproviders:\n  {provider}\nmodels: {{}}\n");

        finding.Code.ShouldBe(code);
        finding.Message.ShouldContain(message);
        finding.Message.ShouldNotContain("hunter2");
    }

    [Fact]
    public void AModelThatUsesItSaysNothingMore()
    {
        var finding = folder.ReadFault("version: 1\nproviders:\n  mine: { kind: ▲nope }\nmodels:\n  a: { provider: mine, base_model: b, training: data/train.jsonl }\n");

        finding.Code.ShouldBe("FT0004");
    }

    [Theory]
    [InlineData("http://localhost:8080/v1")]
    [InlineData("http://[::1]:8080/v1")]
    [InlineData("http://[::ffff:127.0.0.1]:8080/v1")]
    [InlineData("https://${ACCOUNT}.example.com/openai/v1/")]
    public void AFineEndpointIsFine(string endpoint) =>
        folder.ReadFine($"version: 1\nproviders:\n  mine: {{ kind: openai_compatible, endpoint: \"{endpoint}\" }}\nmodels: {{}}\n").Providers["mine"].Endpoint!.Value.ShouldBe(endpoint);

    public void Dispose() => folder.Dispose();
}
