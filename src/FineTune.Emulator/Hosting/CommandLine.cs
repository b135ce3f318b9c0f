using System.Globalization;
using FineTune.Core.Files;
using FineTune.Emulator.State;

namespace FineTune.Emulator.Hosting;

/// <summary>The arguments of the program, read.</summary>
/// <param name="Options">What they ask for; null where they are wrong or ask for help.</param>
/// <param name="Error">What is wrong with them; null where they are fine.</param>
internal sealed record CommandLine(EmulatorOptions? Options, string? Error)
{
    /// <summary>What <c>--help</c> prints.</summary>
    public const string Help = """
        finetune-emulator: a local server that speaks the Files, Uploads, Fine-tuning, Models and Chat Completions parts of the OpenAI API

          --port N        port on 127.0.0.1; 0, the default, takes any that is free
          --data DIR      folder that holds the state (default: .finetune/emulator)
          --speed X       how fast jobs move: 1 (default) takes a few seconds, 10 a tenth of that, instant does not wait
          --faults FILE   faults to play, as JSON
          --parent PID    end when that process has gone
          --verbose       write one line for each request to stderr

        finetune-emulator --port 8089 --data .finetune/emulator
        finetune-emulator --port 0 --speed instant --faults faults.json
        """;

    /// <summary>Reads the arguments; paths are taken relative to a folder.</summary>
    public static CommandLine Parse(IReadOnlyList<string> arguments, string currentFolder)
    {
        var options = new EmulatorOptions { DataFolder = WorkFolder.Of(currentFolder, "emulator") };
        for (var i = 0; i < arguments.Count; i++)
        {
            var (name, value, used) = Split(arguments, i);
            if (name is "--help" or "-h")
            {
                return new CommandLine(null, null);
            }
            if (name == "--verbose")
            {
                options = options with { Verbose = true };
                continue;
            }
            if (name is not ("--port" or "--data" or "--speed" or "--faults" or "--parent"))
            {
                return new CommandLine(null, $"unknown option {name}");
            }
            if (string.IsNullOrEmpty(value))
            {
                return new CommandLine(null, $"{name} needs a value");
            }
            if (With(options, name, value, currentFolder) is not { } next)
            {
                return new CommandLine(null, $"{name} does not take {value}");
            }
            options = next;
            i += used;
        }
        return options.DataFolder == WorkFolder.Of(currentFolder, "emulator") && WorkFolder.Refusal(currentFolder, "emulator") is { } refusal
            ? new CommandLine(null, refusal)
            : new CommandLine(options, null);
    }

    private static (string Name, string? Value, int Used) Split(IReadOnlyList<string> arguments, int index)
    {
        var argument = arguments[index];
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? (argument[..equals], argument[(equals + 1)..], 0)
            : (argument, index + 1 < arguments.Count ? arguments[index + 1] : null, 1);
    }

    private static EmulatorOptions? With(EmulatorOptions options, string name, string value, string currentFolder) => name switch
    {
        "--port" => Whole(value) is >= 0 and <= 65535 and var port ? options with { Port = port } : null,
        "--parent" => Whole(value) is > 0 and var id ? options with { ParentId = id } : null,
        "--speed" => Speed(value) is { } speed ? options with { Speed = speed } : null,
        "--data" => options with { DataFolder = Path.GetFullPath(value, currentFolder) },
        _ => options with { FaultsPath = Path.GetFullPath(value, currentFolder) },
    };

    private static int? Whole(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static double? Speed(string value) =>
        value == "instant" ? EmulatorOptions.Instant
        : double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var speed) && speed > 0
            ? Math.Clamp(speed, 1e-6, EmulatorOptions.Instant)
            : null;
}
