using FineTune.Emulator.State;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace FineTune.Emulator.Http;

/// <summary>A file that came in a form: its content is on disk, under a temporary name.</summary>
/// <param name="TemporaryPath">Where the content is.</param>
/// <param name="FileName">The name that the client gave, without folders.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Fields">The other fields of the form.</param>
internal sealed record MultipartFile(string TemporaryPath, string FileName, long Bytes, IReadOnlyDictionary<string, string> Fields) : IDisposable
{
    private const int MostFields = 20;
    private const int MostFieldBytes = 8 * 1024;

    /// <summary>Reads the form; the file's content goes to disk as it comes in and is never in memory as a whole.</summary>
    public static async Task<Outcome<MultipartFile>> ReceiveAsync(Call call, string fileField, Contents contents, long mostBytes)
    {
        if (Boundary(call.Request.ContentType) is not { } boundary)
        {
            return Refusal.Of(StatusCodes.Status415UnsupportedMediaType, "Invalid Content-Type header, expected multipart/form-data.");
        }
        var path = contents.NewTemporaryPath();
        var received = false;
        try
        {
            var outcome = await ReadAsync(new MultipartReader(boundary, call.Request.Body), path, fileField, mostBytes, call);
            received = outcome.Refusal is null;
            return outcome;
        }
        finally
        {
            if (!received)
            {
                File.Delete(path);
            }
        }
    }

    /// <summary>Deletes the content, unless it was moved to where it is kept.</summary>
    public void Dispose() => File.Delete(TemporaryPath);

    private static async Task<Outcome<MultipartFile>> ReadAsync(MultipartReader reader, string path, string fileField, long mostBytes, Call call)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        string? fileName = null;
        long bytes = 0;
        try
        {
            while (await reader.ReadNextSectionAsync(call.Cancellation) is { } section)
            {
                _ = ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition);
                var name = HeaderUtilities.RemoveQuotes(disposition?.Name ?? default).ToString();
                if (name == fileField && fileName is null)
                {
                    fileName = NameOf(disposition!);
                    bytes = await CopyAsync(section.Body, path, mostBytes, call.Cancellation);
                    if (bytes > mostBytes)
                    {
                        return Refusal.Of(StatusCodes.Status413PayloadTooLarge, $"The {fileField} is larger than {mostBytes} bytes.", fileField);
                    }
                }
                else if (fields.Count == MostFields || await TextAsync(section.Body, call.Cancellation) is not { } text)
                {
                    return Refusal.BadRequest("The form has too many or too large fields.");
                }
                else
                {
                    fields[name] = text;
                }
            }
        }
        catch (Exception error) when (error is InvalidDataException || (error is IOException and not BadHttpRequestException && !call.Cancellation.IsCancellationRequested))
        {
            return Refusal.BadRequest("The multipart body of the request could not be read.");
        }
        return fileName is null
            ? Refusal.BadRequest($"'{fileField}' is a required property", fileField)
            : new MultipartFile(path, fileName, bytes, fields);
    }

    private static string? Boundary(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary).ToString() is { Length: > 0 and <= 200 } boundary
            ? boundary
            : null;

    // A name is shown, never used as a path; folders and control characters have no place in it.
    private static string NameOf(ContentDispositionHeaderValue disposition)
    {
        var given = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);
        var last = given.ToString().Split('/', '\\')[^1];
        var shown = new string([.. last.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)).Take(255)]);
        return shown is "" or "." or ".." ? "file" : shown;
    }

    private static async Task<long> CopyAsync(Stream source, string path, long mostBytes, CancellationToken cancellation)
    {
        await using var target = File.Create(path);
        var chunk = new byte[80 * 1024];
        long total = 0;
        int read;
        while (total <= mostBytes && (read = await source.ReadAsync(chunk, cancellation)) > 0)
        {
            await target.WriteAsync(chunk.AsMemory(0, read), cancellation);
            total += read;
        }
        return total;
    }

    private static async Task<string?> TextAsync(Stream source, CancellationToken cancellation)
    {
        var buffer = new byte[MostFieldBytes + 1];
        var read = await source.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return read > MostFieldBytes ? null : System.Text.Encoding.UTF8.GetString(buffer, 0, read);
    }
}
