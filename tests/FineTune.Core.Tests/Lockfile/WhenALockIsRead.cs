using System.Text;
using FineTune.Core.Findings;
using FineTune.Core.Lockfile;
using FineTune.Core.Lockfile.Reading;

namespace FineTune.Core.Tests.Lockfile;

public sealed class WhenALockIsRead
{
    private static readonly string Good = LockText.Of(Sample.Full());

    [Fact]
    public void AMissingFileIsNoLockAndNoFinding()
    {
        using var folder = new TempFolder();

        var reading = LockReader.Read(folder.File("finetune.lock.json"));

        reading.Lock.ShouldBeNull();
        reading.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void AFolderInItsPlaceIsAFinding()
    {
        using var folder = new TempFolder();

        LockReader.Read(folder.Path).Findings.Single().Code.ShouldBe("FT7004");
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \n", "empty")]
    [InlineData("[]", "must be an object")]
    [InlineData("7", "must be an object")]
    [InlineData("{", "not JSON")]
    [InlineData("{} {}", "not JSON")]
    [InlineData("<html>", "not JSON")]
    [InlineData("{\"version\": 1, \"project\": \"\\ud800\", \"models\": {}}", "lone surrogate")]
    [InlineData("{\"version\": 1, \"version\": 1}", "there twice")]
    [InlineData("{\"version\": \"1\", \"project\": \"x\", \"models\": {}}", "must be a whole number")]
    [InlineData("{\"version\": 0, \"project\": \"x\", \"models\": {}}", "must be 1")]
    [InlineData("{\"project\": \"x\", \"models\": {}}", "\"version\" is missing")]
    [InlineData("{\"version\": 1, \"project\": \"x\", \"models\": []}", "must be an object")]
    [InlineData("{\"version\": 1, \"project\": \"x\", \"models\": {}, \"extra\": 1}", "\"extra\" is not a member")]
    [InlineData("{\"version\": 1, \"project\": \"x\", \"models\": {\"m\": {\"versions\": 3}}}", "must be a list")]
    [InlineData("{\"version\": 1, \"project\": \"0123456789abcdef0123456789abcdef\", \"models\": {\"m\": {\"current\": 3}}}", "no such version")]
    public void WhatIsWrongIsSaid(string text, string said)
    {
        var reading = Read(text);

        reading.Findings.Select(finding => finding.Message).ShouldContain(message => message.Contains(said, StringComparison.Ordinal));
        reading.Findings.ShouldAllBe(finding => finding.Code == "FT7004" && finding.Severity == Severity.Error);
    }

    [Fact]
    public void AFaultHasItsLineAndColumn()
    {
        var reading = Read("{\n  \"version\": 1,\n  \"project\": \"0123456789abcdef0123456789abcdef\",\n  \"models\": {},\n  \"ünï\": 1\n}\n");

        reading.Findings.Single().Range.ShouldBe(new TextRange(new TextPosition(5, 3), new TextPosition(5, 8)));
        reading.Lock.ShouldBeNull();
    }

    [Fact]
    public void ASyntaxErrorHasItsLineAndColumn() =>
        Read("{\n  \"version\": 1,\n  \"project\" 3\n}").Findings.Single().Range.Start.ShouldBe(new TextPosition(3, 13));

    [Fact]
    public void EveryNameThatIsThereTwiceHasItsPlace() =>
        Read("{\"a\": {\"b\": 1,\n\"b\": 2},\n  \"\\u0061\": 1}").Findings.Select(finding => (finding.Message, finding.Range.Start))
            .ShouldBe([("\"b\" is there twice", new TextPosition(2, 1)), ("\"a\" is there twice", new TextPosition(3, 3))]);

    [Fact]
    public void HalfACharacterHasItsPlace() =>
        Read("{\n  \"\\ud800\": 1, \"\\ud801\": 2}").Findings.Single().Range.ShouldBe(new TextRange(new TextPosition(2, 3), new TextPosition(2, 11)));

    [Fact]
    public void MoreValuesThanAnyLockHasAreRefused()
    {
        var finding = Read("[\n" + string.Concat(Enumerable.Repeat("0,", 2_000_000)) + "0]").Findings.Single();

        finding.Message.ShouldBe($"the lock has more than {2_000_000:N0} values");
        finding.Range.Start.ShouldBe(new TextPosition(2, 3_999_999));
    }

    [Fact]
    public void CommasInTextAreNoValues() =>
        Read("{\"version\": 1, \"project\": \"0123456789abcdef0123456789abcdef\", \"models\": {}, \"more\": \"" + new string(',', 2_000_000) + "\"}")
            .Findings.Single().Message.ShouldStartWith("\"more\" is not a member");

    [Fact]
    public void ANewerFormIsFT9004AndNothingElse()
    {
        var finding = Read("{\"version\": 2, \"anything\": true}").Findings.Single();

        finding.Code.ShouldBe("FT9004");
        finding.Severity.ShouldBe(Severity.Error);
        finding.Range.Start.ShouldBe(new TextPosition(1, 13));
    }

    [Fact]
    public void MergeMarkersAreNamed()
    {
        var finding = Read("{\n<<<<<<< HEAD\n  \"version\": 1\n=======\n").Findings.Single();

        finding.Message.ShouldContain("finetune lock merge");
        finding.Range.Start.ShouldBe(new TextPosition(2, 1));
    }

    [Fact]
    public void BytesThatAreNotUtf8AreAFinding()
    {
        var finding = LockReader.Read("/x/finetune.lock.json", [(byte)'{', (byte)'"', 0xC3, (byte)'"']).Findings.Single();

        finding.Message.ShouldContain("not UTF-8 from byte 2");
        finding.Range.Start.ShouldBe(new TextPosition(1, 3));
    }

    [Fact]
    public void AByteOrderMarkIsPassedOver() => LockReader.Read("/x", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Good)]).Findings.ShouldBeEmpty();

    [Theory]
    [InlineData("{")]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    public void DeepNestingIsRefused(string opening) =>
        Read(string.Concat(Enumerable.Repeat(opening, 200_000))).Findings.Single().Code.ShouldBe("FT7004");

    [Fact]
    public void AThousandFaultsEndInAHundredFindings() =>
        Read("{\"version\": 1, \"project\": \"x\", \"models\": {" + string.Join(",", Enumerable.Range(0, 1000).Select(i => $"\"{i}\": 0")) + "}}")
            .Findings.Count.ShouldBe(100);

    [Fact]
    public void ANumberOfThousandsOfDigitsIsShownByItsFirst()
    {
        var findings = Read("{\"version\": 1" + new string('0', 5_000) + ", \"project\": \"x\", \"models\": {}}").Findings;

        findings.ShouldNotBeEmpty();
        findings.ShouldAllBe(finding => finding.Message.Length < 200);
    }

    [Fact]
    public void ModelsHaveTheirPlace() => Read(Good).ModelRanges["support-bot"].Start.ShouldBe(new TextPosition(3, 5));

    [Theory]
    [InlineData("\"current\": 2", "\"current\": 7", "no such version")]
    [InlineData("\"current\": 2", "\"current\": 1", "only \"pinned\" may hold an older one")]
    [InlineData("\"current\": 2,", "\"current\": null,", "no \"current\"")]
    [InlineData("\"number\": 2", "\"number\": 1", "newest first")]
    [InlineData("\"number\": 1", "\"number\": 0", "count from 1")]
    [InlineData("\"n_epochs\": 3", "\"n_epochs\": 4", "\"digest\" does not fit")]
    [InlineData("\"examples\": 60,\n            \"file_id\"", "\"examples\": 61,\n            \"file_id\"", "the sources have 60")]
    [InlineData("\"bytes\": 6000,\n            \"examples\": 60,\n            \"file_id\"", "\"bytes\": 1,\n            \"examples\": 60,\n            \"file_id\"", "the sources have 6000")]
    [InlineData("\"state\": \"running\"", "\"state\": \"resting\"", "it must be uploading, creating, running")]
    [InlineData("2026-03-01T12:00:00Z", "yesterday", "must be a time")]
    [InlineData("\"step\": 88", "\"step\": -1", "whole number")]
    [InlineData("\"cost_usd\": 2.4", "\"cost_usd\": \"2.4\"", "an amount")]
    [InlineData("\"train_loss\": 0.5", "\"train_loss\": 1e999", "a metric")]
    public void WhatDoesNotFitIsSaid(string right, string wrong, string said)
    {
        Good.ShouldContain(right);
        var at = Good.IndexOf(right, StringComparison.Ordinal);

        var reading = Read(Good[..at] + wrong + Good[(at + right.Length)..]);

        reading.Findings.ShouldHaveSingleItem().Message.ShouldContain(said);
    }

    [Fact]
    public void AHashThatWasEditedIsFound()
    {
        var text = Good.Replace(Sample.Hash('b'), Sample.Hash('d'), StringComparison.Ordinal);

        Read(text).Findings.ShouldHaveSingleItem().Message.ShouldContain("\"data_digest\" does not fit");
    }

    [Fact]
    public void AHashMustBeHex()
    {
        var findings = Read(Good.Replace(Sample.Hash('c'), "c0ffee", StringComparison.Ordinal)).Findings;

        findings.ShouldNotBeEmpty();
        findings.ShouldAllBe(finding => finding.Message.Contains("64 lower-case hex"));
    }

    [Fact]
    public void NoChangeOfABytePutsItOffItsFeet()
    {
        var random = new Random(1);
        var good = Encoding.UTF8.GetBytes(Good);
        for (var run = 0; run < 3000; run++)
        {
            var bytes = good.ToArray();
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : (byte)"{}[]\",:0-e\\ \n"[random.Next(13)];
            }
            var cut = random.Next(4) == 0 ? random.Next(bytes.Length) : bytes.Length;
            var reading = LockReader.Read("/x", bytes[..cut]);
            (reading.Lock is not null || reading.Findings.Count > 0).ShouldBeTrue();
        }
    }

    private static LockReading Read(string text) => LockReader.Read("/x/finetune.lock.json", Encoding.UTF8.GetBytes(text));
}
