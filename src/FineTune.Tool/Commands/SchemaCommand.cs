using FineTune.Core.Findings;
using FineTune.Core.Manifest.Reading;
using FineTune.Tool.CommandLine;

namespace FineTune.Tool.Commands;

/// <summary><c>finetune schema</c>.</summary>
internal sealed class SchemaCommand() : ToolCommand(
    "schema",
    "Prints the JSON Schema of finetune.yml, for editors",
    "finetune schema > finetune.schema.json",
    "finetune schema | less")
{
    public override Task<int> RunAsync(Invocation call, CancellationToken cancellation)
    {
        call.Output.Write(ManifestSchema.Write());
        return Task.FromResult(ExitCode.Fine);
    }
}
