using System.Text;
using FineTune.Emulator.Http;
using FineTune.Emulator.State;

namespace FineTune.Emulator.Faults;

/// <summary>Plays a fault instead of sending the answer as it is.</summary>
internal static class FaultPlay
{
    private const string NotJson = "<html><body><h1>502 Bad Gateway</h1></body></html>";
    private const int SlowPieces = 20;

    public static async Task PlayAsync(FaultRule fault, Answer? answer, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        switch (fault.Fault)
        {
            case "timeout":
                await Task.Delay(fault.Seconds is { } wait ? TimeSpan.FromSeconds(wait) : Timeout.InfiniteTimeSpan, cancellation)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                context.Abort();
                break;
            case "status":
                await Refusal.Of(fault.Status, fault.Message ?? "The emulator was told to answer so.", code: fault.Code, type: TypeOf(fault.Status))
                    .WithRetryAfter(fault.RetryAfter).SendAsync(context.Response, cancellation);
                break;
            case "wrong_json":
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(fault.Body ?? NotJson, Encoding.UTF8, cancellation);
                break;
            case "half_answer" when answer is not null:
                await SendHalfAsync(await BufferAsync(answer, context), context);
                break;
            case "slow" when answer is not null:
                await SendSlowlyAsync(await BufferAsync(answer, context), fault.Seconds ?? 2, context);
                break;
            default:
                context.Abort();
                break;
        }
    }

    private static string TypeOf(int status) => status >= 500 ? "server_error" : "invalid_request_error";

    private static JsonAnswer WithRetryAfter(this JsonAnswer answer, int? seconds) => answer with { RetryAfter = seconds };

    private static async Task<byte[]> BufferAsync(Answer answer, HttpContext context)
    {
        using var buffer = new MemoryStream();
        var body = context.Response.Body;
        context.Response.Body = buffer;
        await answer.SendAsync(context.Response, context.RequestAborted);
        context.Response.Body = body;
        context.Response.ContentLength = buffer.Length;
        return buffer.ToArray();
    }

    private static async Task SendHalfAsync(byte[] bytes, HttpContext context)
    {
        await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        // An abort throws away what the socket has not taken yet.
        await Task.Delay(50, CancellationToken.None);
        context.Abort();
    }

    private static async Task SendSlowlyAsync(byte[] bytes, double seconds, HttpContext context)
    {
        var piece = Math.Max(1, (bytes.Length + SlowPieces - 1) / SlowPieces);
        for (var start = 0; start < bytes.Length; start += piece)
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds / SlowPieces), context.RequestAborted);
            await context.Response.Body.WriteAsync(bytes.AsMemory(start, Math.Min(piece, bytes.Length - start)), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }
}
