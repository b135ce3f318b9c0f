using System.Text.Json;

namespace FineTune.Tool.Tests;

public sealed class WhenARuleIsLookedUp : IDisposable
{
    private readonly Workspace workspace = new();

    [Theory]
    [InlineData("FT2009")]
    [InlineData("ft2009")]
    [InlineData("role-unknown")]
    public void CodeAndNameFindIt(string word) => workspace.Run("explain", word).Output.ShouldStartWith("FT2009 role-unknown\n\n");

    [Fact]
    public void ThePageIsThereAsMarkdownToo() => workspace.Run("explain", "FT2009", "--format", "markdown").Output.ShouldStartWith("# FT2009 role-unknown\n");

    [Fact]
    public void LinesOfTextFitTheWidth() =>
        workspace.Run("explain", "FT2009").Output.Split('\n').Where(line => !line.StartsWith("    ", StringComparison.Ordinal)).ShouldAllBe(line => line.Length <= 100);

    [Fact]
    public void TheListNamesEveryRule()
    {
        using var json = JsonDocument.Parse(workspace.Run("rules", "--format", "json").Output);
        json.RootElement.GetArrayLength().ShouldBeGreaterThan(100);
        workspace.Run("rules").Output.ShouldContain("FT2009  error    role-unknown");
        workspace.Run("rules", "--format", "markdown").Output.ShouldContain("| FT2009 | role-unknown | error |");
    }

    [Fact]
    public void AProfileHasItsOwnSeverities()
    {
        workspace.Run("rules").Output.ShouldContain("FT1003  warning");
        workspace.Run("rules", "--profile", "azure").Output.ShouldContain("FT1003  off");
    }

    [Fact]
    public void AProfileSaysWhenItWasLastReadAndWhere()
    {
        var day = workspace.Run("rules", "--profile", "together").Output.Split('\n')[0];
        day.ShouldMatch("^Together AI, last read 20[0-9]{2}-[0-9]{2}-[0-9]{2}$");
        workspace.Run("rules", "--profile", "together", "--format", "markdown").Output.ShouldStartWith(day + ":\n\n- 20");

        using var json = JsonDocument.Parse(workspace.Run("rules", "--profile", "together", "--format", "json").Output);
        json.RootElement.GetProperty("last_read").GetString().ShouldBe(day[^10..]);
        json.RootElement.GetProperty("sources").EnumerateArray().Max(source => source.GetProperty("read").GetString()).ShouldBe(day[^10..]);
        json.RootElement.GetProperty("rules").GetArrayLength().ShouldBeGreaterThan(100);
    }

    public void Dispose() => workspace.Dispose();
}
