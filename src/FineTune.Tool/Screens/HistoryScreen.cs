using System.Globalization;
using FineTune.Core.Contracts;
using FineTune.Core.Findings;
using FineTune.Core.Lockfile;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Rendering;

namespace FineTune.Tool.Screens;

/// <summary>A model's versions, newest first, and what their checkpoints say; in detail, how each must be asked.</summary>
internal sealed class HistoryScreen(Invocation call, string name, LockedModel entry, VersionContracts contracts)
{
    /// <summary>Shows them.</summary>
    public void Write()
    {
        if (entry.Versions.Count == 0)
        {
            call.Text.Write($"{SafeText.Clean(name)} has no versions yet: finetune release {SafeText.Clean(name)} trains one\n");
            return;
        }
        WriteVersions();
        if (entry.Pinned is { } pin)
        {
            call.Text.Write($"\npinned to version {pin.Words}: {SafeText.Clean(pin.Reason)}\n");
        }
        var detailed = call.Verbosity >= Verbosity.Detailed;
        foreach (var version in entry.Versions.Where(version => detailed || version.Number == entry.Current || version == entry.Versions[0]))
        {
            WriteCheckpoints(version, detailed);
            if (detailed && contracts.Of(version) is { } contract)
            {
                WriteContract(version, contract);
            }
        }
    }

    private void WriteVersions() => call.Screen.Draw(PlainTable.Of(["", "VERSION", "FINISHED", "EXAMPLES", "TRAINED", "COST", "COMMIT", "MODEL"],
    [
        .. entry.Versions.Select(version => new[]
        {
            version.Number == entry.Current ? "*" : "",
            version.Number == entry.Current && entry.Pinned is { } pin ? pin.Words : version.Number.ToString(CultureInfo.InvariantCulture),
            version.FinishedAt is { } finished ? finished.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "–",
            version.Training.Examples.ToString("N0", CultureInfo.InvariantCulture),
            version.TrainedTokens is { } tokens ? Amount.Of(tokens, "token") : "–",
            version.CostUsd is { } cost ? $"{cost:0.00} USD" : "–",
            version.Commit?[..Math.Min(10, version.Commit.Length)] ?? "–",
            version.Number == entry.Current ? entry.CurrentVersion!.Model : version.Model,
        }),
    ]));

    private void WriteCheckpoints(LockedVersion version, bool detailed)
    {
        var curve = LossCurve.Of(version);
        if (detailed && version.Checkpoints.Count > 0)
        {
            call.Text.Write($"\ncheckpoints of version {version.Number}\n");
            call.Screen.Draw(PlainTable.Of(["", "STEP", "TRAINING LOSS", "VALIDATION LOSS", "MODEL"],
            [
                .. version.Checkpoints.Select(checkpoint => new[]
                {
                    checkpoint == curve.Best ? "best" : "",
                    checkpoint.Step.ToString(CultureInfo.InvariantCulture),
                    Loss(LossCurve.TrainingLoss(checkpoint)),
                    Loss(LossCurve.ValidationLoss(checkpoint)),
                    checkpoint.Model,
                }),
            ]));
        }
        if (curve.Overfit is { } overfit)
        {
            call.Text.Write($"\nversion {version.Number}: the last checkpoint {overfit.Words}\n");
        }
        if (curve.Best is { } best && best != version.Checkpoints[^1])
        {
            var pin = new Pin(version.Number, "") { Step = best.Step };
            var current = version.Number == entry.Current && entry.Pinned?.Step == best.Step;
            call.Text.Write($"{(curve.Overfit is null ? "\n" : "")}version {version.Number}: step {best.Step} did best on the validation data"
                + (current ? ", and is current\n" : $"; finetune rollback {SafeText.Clean(name)} {pin.Words} --reason TEXT makes it current\n"));
        }
    }

    private void WriteContract(LockedVersion version, Contract contract)
    {
        call.Text.Write($"\ncontract of version {version.Number}: ask it as it was trained\n");
        WritePart("system prompt", contract.SystemPrompt);
        WritePart("tools", contract.Tools);
        WritePart("response format", contract.ResponseFormat);
    }

    private void WritePart(string title, string? text)
    {
        if (text is not null)
        {
            call.Text.Write($"  {title}\n");
            foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
            {
                call.Text.Write(line.Length == 0 ? "\n" : $"    {SafeText.Clean(line)}\n");
            }
        }
    }

    private static string Loss(double? loss) => loss?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "–";
}
