using FineTune.Emulator.Faults;
using FineTune.Emulator.Http;
using FineTune.Emulator.State;
using FineTune.Emulator.Training;

namespace FineTune.Emulator.Hosting;

/// <summary>What happens around every request: faults, key, the jobs' progress, the note in the journal, the answer.</summary>
internal sealed class Exchange(EmulatorState state, FaultList faults, JobEnds ends, bool verbose, TextWriter errors)
{
    public async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers["x-finetune-emulated"] = "true";
        context.Response.Headers["x-request-id"] = Identifier.New("req_", 24);
        var own = context.Request.Path.StartsWithSegments("/_emulator");
        var fault = own ? null : faults.Next(context.Request.Method, context.Request.Path.Value ?? "/");
        context.Features.Set(fault);
        var answer = fault is { IsProcessed: false } ? null : await ProcessAsync(context, next);
        if (!own)
        {
            Note(context.Request, answer, fault);
        }
        if (fault is { IsOfTheJob: false })
        {
            await FaultPlay.PlayAsync(fault, answer, context);
        }
        else if (answer is not null)
        {
            await answer.SendAsync(context.Response, context.RequestAborted);
        }
    }

    private async Task<Answer?> ProcessAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            if (Authentication.Check(context.Request) is { } refusal)
            {
                return refusal;
            }
            ends.Settle();
            await next(context);
            return context.Features.Get<Answer>()
                ?? UnplayedParts.Find(context.Request.Method, context.Request.Path.Value ?? "/")
                ?? NoRoute(context);
        }
        catch (BadHttpRequestException error)
        {
            return Refusal.Of(error.StatusCode, "The request could not be read.");
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception error)
        {
            await errors.WriteLineAsync($"finetune-emulator: {context.Request.Method} failed: {error}");
            return Refusal.Of(StatusCodes.Status500InternalServerError, "The server had an error while processing your request.", type: "server_error");
        }
    }

    private static JsonAnswer NoRoute(HttpContext context) => context.Response.StatusCode == StatusCodes.Status405MethodNotAllowed
        ? Refusal.Of(
            StatusCodes.Status405MethodNotAllowed,
            $"Not allowed to {context.Request.Method} on {context.Request.Path}. (HINT: Perhaps you meant to use a different HTTP method?)",
            code: "method_not_supported")
        : Refusal.NotFound($"Invalid URL ({context.Request.Method} {context.Request.Path})", code: "unknown_url");

    private void Note(HttpRequest request, Answer? answer, FaultRule? fault)
    {
        var note = new StoredRequest(
            request.Method, request.Path + request.QueryString, answer?.Status ?? 0, state.Clock.Now, answer is not null, fault?.Fault);
        state.Requests.Add(note);
        if (verbose)
        {
            errors.WriteLine($"{note.Method} {note.Path} {note.Status}{(fault is null ? "" : $" fault: {fault.Fault}")}");
        }
    }
}
