using System.CommandLine;
using FineTune.Tool.CommandLine;
using FineTune.Tool.Starting;
using FineTune.Tool.Terminal;

namespace FineTune.Tool.Commands;

/// <summary><c>finetune emulator</c>: the server is a program of its own, so this only starts it.</summary>
internal sealed class EmulatorCommand : ToolCommand
{
    private readonly Option<int?> port = new("--port") { Description = "Port on 127.0.0.1 (default: any that is free)", HelpName = "N" };
    private readonly Option<string?> data = new("--data") { Description = "Folder that holds its state (default: .finetune/emulator)", HelpName = "DIR" };
    private readonly Option<string?> speed = new("--speed") { Description = "How fast jobs move: 1 (default) takes a few seconds, 10 a tenth of that, instant does not wait", HelpName = "X" };
    private readonly Option<string?> faults = new("--faults") { Description = "Faults to play, as JSON", HelpName = "FILE" };

    public EmulatorCommand()
        : base(
            "emulator",
            "Runs a local server that speaks OpenAI's fine-tuning API, without a key and without cost",
            "finetune emulator --port 8089",
            "finetune emulator --speed instant --data /tmp/emulator")
    {
        Add(port);
        Add(data);
        Add(speed);
        Add(faults);
    }

    public override string Remarks => "It runs until Ctrl-C. Set OPENAI_BASE_URL to the address that it prints, and any key.";

    public override Task<int> RunAsync(Invocation call, CancellationToken cancellation)
    {
        var arguments = new List<string>();
        AddValue("--port", call.Get(port)?.ToString());
        AddValue("--data", call.Get(this.data) is { } data ? call.Resolve(data) : null);
        AddValue("--speed", call.Get(speed));
        AddValue("--faults", call.Get(this.faults) is { } faults ? Existing(call, faults) : null);
        if (call.Verbosity >= Verbosity.Detailed)
        {
            arguments.Add("--verbose");
        }
        return EmulatorChild.RunAsync(arguments, call.Surroundings, cancellation);

        void AddValue(string name, string? value)
        {
            if (value is not null)
            {
                arguments.Add(name);
                arguments.Add(value);
            }
        }
    }

    private static string Existing(Invocation call, string name)
    {
        var path = call.Resolve(name);
        return File.Exists(path) ? path : throw new UsageException($"{call.Show(path)} is not there; --faults names a file");
    }
}
