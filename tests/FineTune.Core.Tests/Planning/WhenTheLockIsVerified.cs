using System.Text;
using FineTune.Core.Findings;
using FineTune.Core.Lockfile;
using FineTune.Core.Lockfile.Reading;
using FineTune.Core.Planning;
using FineTune.Core.Tests.Lockfile;

namespace FineTune.Core.Tests.Planning;

public sealed class WhenTheLockIsVerified
{
    private static readonly FineTuneLock Emulated =
        LockEdit.Promote(Sample.Empty, "support-bot", Sample.Attempt('a', kind: "emulator"), Sample.Outcome());

    [Theory]
    [InlineData("up to date", "Verify", "")]
    [InlineData("missing", "Lint", "FT7001 Info")]
    [InlineData("missing", "AllowStale", "FT7001 Info")]
    [InlineData("missing", "Pack", "FT7001 Error")]
    [InlineData("missing", "Verify", "FT7001 Error")]
    [InlineData("changed", "Lint", "FT7002 Warning")]
    [InlineData("changed", "AllowStale", "")]
    [InlineData("changed", "Pack", "FT7002 Warning")]
    [InlineData("changed", "Verify", "FT7002 Error")]
    [InlineData("pending", "Lint", "FT7003 Warning")]
    [InlineData("pending", "AllowStale", "FT7003 Warning")]
    [InlineData("pending", "Pack", "FT7003 Warning")]
    [InlineData("pending", "Verify", "FT7003 Error")]
    [InlineData("first pending", "Lint", "FT7003 Warning")]
    [InlineData("first pending", "Pack", "FT7001 Error")]
    [InlineData("first pending", "Verify", "FT7003 Error")]
    [InlineData("emulated", "Lint", "FT7007 Warning")]
    [InlineData("emulated", "AllowStale", "FT7007 Error")]
    [InlineData("emulated", "Pack", "FT7007 Error")]
    [InlineData("emulated", "Verify", "FT7007 Error")]
    [InlineData("pinned", "Verify", "")]
    [InlineData("of another manifest", "AllowStale", "FT7001 Info, FT7002 Error")]
    [InlineData("with one more model", "AllowStale", "FT7002 Warning")]
    [InlineData("with one more model", "Lint", "")]
    public void EachModeWeighsEachStateInItsWay(string state, string mode, string expected)
    {
        FineTuneLock? locked = state switch
        {
            "missing" => null,
            "changed" => Sample.Versions("b"),
            "pending" => Sample.Versions("b").With(Sample.Attempt('a')),
            "first pending" => Sample.Empty.With(Sample.Attempt('a')),
            "emulated" => Emulated,
            "pinned" => LockEdit.Pin(LockEdit.Promote(Sample.Versions("b"), "support-bot", Sample.Attempt('a'), Sample.Outcome()), "support-bot", new Pin(1, "worse")),
            "of another manifest" => Sample.Versions("a", "other"),
            "with one more model" => LockEdit.Promote(Sample.Versions("a"), "other", Sample.Attempt('b', "ftjob-x"), Sample.Outcome()),
            _ => Sample.Versions("a"),
        };

        var findings = Check(locked, Enum.Parse<LockCheckMode>(mode));

        string.Join(", ", findings.Select(finding => $"{finding.Code} {finding.Severity}")).ShouldBe(expected);
    }

    [Fact]
    public void WhatIsStaleIsSaidAtTheModel()
    {
        var finding = Check(Sample.Versions("b"), LockCheckMode.Verify).Single();

        finding.Path.ShouldBe("/x/finetune.yml");
        finding.Range.Start.ShouldBe(new TextPosition(3, 3));
        finding.Message.ShouldBe("support-bot has changed since version 1 was trained (training data: other content in 60 examples): run \"finetune release support-bot\"");
    }

    [Fact]
    public void WhatIsEmulatedIsSaidInTheLock()
    {
        var finding = Check(Emulated, LockCheckMode.Verify).Single();

        finding.Path.ShouldBe("/x/finetune.lock.json");
        finding.Range.Start.ShouldBe(new TextPosition(3, 5));
    }

    [Fact]
    public void AnInvalidLockIsTheOnlyFinding()
    {
        var reading = LockReader.Read("/x/finetune.lock.json", "{"u8.ToArray());
        var manifest = SampleManifest.Of("support-bot");

        LockCheck.Run(manifest, reading, Planner.Plan(manifest, reading.Lock, []), LockCheckMode.Lint).ShouldBe(reading.Findings);
    }

    private static IReadOnlyList<Finding> Check(FineTuneLock? locked, LockCheckMode mode)
    {
        var manifest = SampleManifest.Of("support-bot");
        var reading = locked is null
            ? new LockReading(null, []) { Path = manifest.LockPath }
            : LockReader.Read(manifest.LockPath, Encoding.UTF8.GetBytes(LockText.Of(locked)));
        reading.Findings.ShouldBeEmpty();
        return LockCheck.Run(manifest, reading, Planner.Plan(manifest, reading.Lock, [SampleManifest.Data('a')]), mode);
    }
}
