using FineTune.Core.Comparing;
using FineTune.Core.Findings;

namespace FineTune.Core.Tests.Comparing;

public sealed class WhenFindingsAreCompared
{
    [Fact]
    public void OneOfTheSameExampleIsOldWhereverItStands() =>
        NewOf([Of("FT2009", "a.jsonl", 3, "bad", "e1")], [Of("FT2009", "b.jsonl", 9, "bad", "e1")]).ShouldBeEmpty();

    [Fact]
    public void ASecondOneOfTheSameExampleIsNew() =>
        NewOf([Of("FT2009", "a.jsonl", 3, "bad", "e1")], [Of("FT2009", "a.jsonl", 3, "bad", "e1"), Of("FT2009", "a.jsonl", 4, "bad", "e1")])
            .ShouldHaveSingleItem().Range.Start.Line.ShouldBe(4);

    [Fact]
    public void AnotherExampleIsNew() =>
        NewOf([Of("FT2009", "a.jsonl", 3, "bad", "e1")], [Of("FT2009", "a.jsonl", 3, "bad", "e2")]).ShouldHaveSingleItem();

    [Fact]
    public void WhatIsSaidOnceAboutAFileIsOldThoughItsNumbersAndItsNameChange()
    {
        Finding[] before = [Of("FT4008", "a.jsonl", 1, "60 of 60 answers stop", "e1")];

        NewOf(before, [Of("FT4008", "a.jsonl", 7, "59 of 60 answers stop", "e2")]).ShouldBeEmpty();
        NewOf(before, [Of("FT4008", "b.jsonl", 7, "59 of 60 answers stop", "e2")]).ShouldBeEmpty();
    }

    [Fact]
    public void WhatTheLockSaysIsNoNews() => NewOf([], [Of("FT7002", "finetune.yml", 1, "changed", null)]).ShouldBeEmpty();

    [Fact]
    public void TheRestIsCountedAsGone()
    {
        var diff = new FindingDiff([Of("FT2009", "a.jsonl", 3, "bad", "e1"), Of("FT2010", "a.jsonl", 3, "bad", "e1")], "/old");

        diff.NewOf([Of("FT2009", "a.jsonl", 3, "bad", "e1", "/new")], "/new").ShouldBeEmpty();
        diff.Left.ShouldBe(1);
    }

    private static IReadOnlyList<Finding> NewOf(Finding[] before, Finding[] after) => new FindingDiff(before, "/old").NewOf(after, "/old");

    private static Finding Of(string code, string file, int line, string message, string? example, string folder = "/old") =>
        new(code, Severity.Error, Path.Combine(folder, file), new TextRange(new TextPosition(line, 1), new TextPosition(line, 2)), message) { Example = example };
}
