using System.Buffers;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Contracts;

/// <summary>The system or developer text that an example begins with, whatever its format. One object is used for example after example.</summary>
internal sealed class OpeningText
{
    private readonly ExampleParts parts = new();

    private readonly Scratch scratch = new();

    private readonly ArrayBufferWriter<byte> text = new();

    /// <summary>Its texts joined, valid until the next is read; empty where the example begins with something else.</summary>
    public ReadOnlySpan<byte> Of(Example example)
    {
        text.ResetWrittenCount();
        var opened = false;
        foreach (ref readonly var part in parts.Read(example))
        {
            switch (part.Kind)
            {
                case ExamplePartKind.Tools:
                    break;
                // A prompt that is there and says nothing is none.
                case ExamplePartKind.Message when text.WrittenCount == 0 && part.Role is MessageRole.System or MessageRole.Developer:
                    opened = text.WrittenCount == 0;
                    if (!opened)
                    {
                        return text.WrittenSpan;
                    }
                    break;
                case ExamplePartKind.Text when opened:
                    text.Write(example.Text(part.Node, scratch));
                    break;
                case ExamplePartKind.Message:
                    return text.WrittenSpan;
                default:
                    if (!opened)
                    {
                        return default;
                    }
                    break;
            }
        }
        return opened ? text.WrittenSpan : default;
    }
}
