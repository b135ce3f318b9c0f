namespace FineTune.Emulator.Http;

/// <summary>The bytes of a file on disk.</summary>
internal sealed record ContentAnswer(string Path) : Answer(StatusCodes.Status200OK)
{
    protected override async Task SendBodyAsync(HttpResponse response, CancellationToken cancellation)
    {
        await using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        response.ContentType = "application/octet-stream";
        response.ContentLength = file.Length;
        await file.CopyToAsync(response.Body, cancellation);
    }
}
