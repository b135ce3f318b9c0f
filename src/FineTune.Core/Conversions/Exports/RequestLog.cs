using System.Text;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Conversions.Exports;

/// <summary>A request and its response side by side, as Helicone and other logs of calls have them.</summary>
internal sealed class RequestLog(string request, string response) : Export
{
    private readonly byte[] asked = Encoding.ASCII.GetBytes(request);

    private readonly byte[] answered = Encoding.ASCII.GetBytes(response);

    public override string Name => $"a request and its response (\"{request}\", \"{response}\"), as a log of calls has them";

    public override string Way => "the messages of the request and the answer in the response are the example";

    protected override bool IsOf(Example example) =>
        example.Find(0, asked) is >= 0 and var node && example.Node(node).Kind == JsonKind.Object && example.Find(0, answered) >= 0;

    public override byte[]? Write(Example example, Leftovers leftovers, ref string reason)
    {
        var (from, to) = (example.Find(0, asked), example.Find(0, answered));
        var chat = new ChatText(leftovers);
        return LoggedMessages.TryAddSystem(example, from, chat, ref reason)
            && LoggedMessages.TryAddAll(example, example.Find(from, "messages"u8), chat, out _, ref reason)
            && LoggedAnswer.TryAdd(example, to, chat, ref reason)
            ? LoggedMessages.Finish(example, from, chat, leftovers, [request, response])
            : null;
    }
}
