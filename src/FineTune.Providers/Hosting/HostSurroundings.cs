using Azure.Core;

namespace FineTune.Providers.Hosting;

/// <summary>What hosts need of the machine.</summary>
/// <param name="Variables">Reads a variable of the environment; null where it is not set.</param>
/// <param name="Clock">Time.</param>
/// <param name="Folder">Absolute path of the manifest's folder; <c>.finetune</c> in it holds run folders and the emulator's state.</param>
internal sealed record HostSurroundings(Func<string, string?> Variables, Clock Clock, string Folder)
{
    /// <summary>Absolute path of the emulator, a program or <c>finetune-emulator.dll</c>; null for the one beside the running program.</summary>
    public string? EmulatorProgram { get; init; }

    /// <summary>Speed of the emulator: a number, or <c>instant</c>; null for its own.</summary>
    public string? EmulatorSpeed { get; init; }

    /// <summary>A file of faults for the emulator; null for none.</summary>
    public string? EmulatorFaults { get; init; }

    /// <summary>Longest time for one try of any call; null for each call's own.</summary>
    public TimeSpan? CallTimeout { get; init; }

    /// <summary>Where Entra ID tokens come from; null for what the machine offers.</summary>
    public TokenCredential? AzureCredential { get; init; }

    /// <summary>Address of Azure Resource Manager.</summary>
    public string ResourceManagerAddress { get; init; } = "https://management.azure.com/";

    /// <summary>Absolute path of the program that keeps a trainer command; null for <c>finetune.dll</c> beside the running program.</summary>
    public string? KeeperProgram { get; init; }

    /// <summary>Takes the log lines of a trainer command.</summary>
    public Action<string>? TrainerLog { get; init; }
}
