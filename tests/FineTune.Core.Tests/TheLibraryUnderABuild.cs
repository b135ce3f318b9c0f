using System.Reflection;
using FineTune.Core.Linting.Engine;

namespace FineTune.Core.Tests;

/// <summary>A build that lints cannot send anything anywhere, by construction: the library has no means to.</summary>
public class TheLibraryUnderABuild
{
    private static readonly string[] Sending =
    [
        "System.Net.Http", "System.Net.HttpListener", "System.Net.Mail", "System.Net.NameResolution", "System.Net.NetworkInformation", "System.Net.Ping",
        "System.Net.Quic", "System.Net.Requests", "System.Net.Security", "System.Net.ServicePoint", "System.Net.Sockets", "System.Net.WebClient",
        "System.Net.WebSockets", "System.Net.WebSockets.Client",
    ];

    private static readonly AssemblyName[] References = typeof(Linter).Assembly.GetReferencedAssemblies();

    [Fact]
    public void HasNoNetworking() => References.Select(reference => reference.Name).Intersect(Sending).ShouldBeEmpty();

    [Fact]
    public void StartsNoProcess() => References.ShouldNotContain(reference => reference.Name == "System.Diagnostics.Process");

    [Fact]
    public void BringsNothingButAYamlParser() =>
        References.Where(reference => !reference.Name!.StartsWith("System.", StringComparison.Ordinal) && reference.Name != "netstandard")
            .Select(reference => reference.Name)
            .ShouldBe(["YamlDotNet"]);
}
