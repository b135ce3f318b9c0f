using FineTune.Core.Building;
using FineTune.Core.Findings;
using FineTune.Core.Tests.Lockfile;

namespace FineTune.Core.Tests;

public sealed class WhenALocalToolIsListed : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public void AnotherVersionIsShownWhereItIsWritten()
    {
        Write("{\n  \"version\": 1,\n  \"tools\": {\n    \"FineTune.Tool\": { \"commands\": [\"finetune\"], \"version\": \"9.1.0\" }\n  }\n}\n");

        var finding = Found().ShouldHaveSingleItem();

        (finding.Code, finding.Path).ShouldBe(("FT9002", folder.File("dotnet-tools.json")));
        finding.Range.ShouldBe(new TextRange(new TextPosition(4, 61), new TextPosition(4, 68)));
        finding.Message.ShouldBe("the tool is \"9.1.0\" and the package FineTune.Build is \"1.4.2\"; give both the same version");
    }

    [Fact]
    public void ColumnsAreThoseOfAnEditor()
    {
        Write("""{"tools": {"ünï": {"version": "3"}, "finetune.tool": {"version": "9.1.0"}}}""");

        Found().ShouldHaveSingleItem().Range.Start.ShouldBe(new TextPosition(1, 66));
    }

    [Fact]
    public void AByteOrderMarkHidesNothing()
    {
        Write("\uFEFF" + """{"tools": {"finetune.tool": {"version": "9.1.0"}}}""");

        Found().ShouldHaveSingleItem().Range.Start.ShouldBe(new TextPosition(1, 41));
    }

    [Theory]
    [InlineData("""{"tools": {"finetune.tool": {"version": "1.4.9-beta.1"}}}""")]
    [InlineData("""{"tools": {"another.tool": {"version": "9.1.0"}}}""")]
    [InlineData("""{"older": {"finetune.tool": {"version": "9.1.0"}}, "tools": {}}""")]
    [InlineData("""{"tools": {"finetune.tool": {"version": "9.1.0", "version": "1.4.0"}}}""")]
    [InlineData("""{"tools": {"finetune.tool": {"version": 9}}}""")]
    [InlineData("""{"tools": {"finetune.tool": "9.1.0"}}""")]
    [InlineData("""{"tools": ["finetune.tool", {"version": "9.1.0"}]}""")]
    [InlineData("""{"tools": {"finetune.tool": {"version": "9.1.0"}},}""")]
    [InlineData("[]")]
    [InlineData("")]
    public void WhatTheSdkReadsOtherwiseOrNotAtAllIsNoFinding(string text)
    {
        Write(text);

        Found().ShouldBeEmpty();
    }

    public void Dispose() => folder.Dispose();

    private void Write(string text) => File.WriteAllText(folder.File("dotnet-tools.json"), text);

    private List<Finding> Found() => [.. ToolManifest.FindOtherVersion(folder.Path, "1.4.2")];
}
