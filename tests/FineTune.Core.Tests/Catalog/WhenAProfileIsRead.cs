using System.Text;
using System.Text.Json;
using FineTune.Core.Catalog;
using FineTune.Core.Findings;

namespace FineTune.Core.Tests.Catalog;

public sealed class WhenAProfileIsRead
{
    private readonly Dictionary<string, string> files = [];

    [Fact]
    public void AMemberThatNoProfileHasIsRefused()
    {
        files["mine"] = """{ "extends": "generic", "name": "mine", "limits": { "min_exmples": 1 } }""";

        Should.Throw<JsonException>(() => Read("mine")).Message.ShouldContain("min_exmples");
    }

    [Fact]
    public void AMissingMemberIsRefused()
    {
        files["mine"] = """{ "name": "mine" }""";

        Should.Throw<JsonException>(() => Read("mine"));
    }

    [Fact]
    public void AProfileThatExtendsItselfIsRefused()
    {
        files["mine"] = """{ "extends": "yours" }""";
        files["yours"] = """{ "extends": "mine" }""";

        Should.Throw<InvalidDataException>(() => Read("mine"));
    }

    [Fact]
    public void MapsMergeAndListsReplace()
    {
        files["mine"] = """{ "extends": "generic", "name": "mine", "roles": ["user"], "severities": { "FT2004": "error" } }""";

        var profile = Read("mine");

        profile.Roles.ShouldBe(["user"]);
        profile.Severities["FT2004"].ShouldBe(Severity.Error);
        profile.Severities.Keys.ShouldContain("FT1003");
    }

    [Fact]
    public void NullTakesAMemberAway()
    {
        files["mine"] = """{ "extends": "generic", "name": "mine", "job": { "hyperparameters": { "beta": null } } }""";

        Read("mine").Job.Hyperparameters.Keys.ShouldNotContain("beta");
    }

    private Profile Read(string name) => ProfileReader.Read(name, Open);

    private Stream Open(string name) => files.TryGetValue(name, out var text)
        ? new MemoryStream(Encoding.UTF8.GetBytes(text))
        : ProfileFiles.Open(name);
}
