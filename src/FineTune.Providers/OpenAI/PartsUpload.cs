using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Lockfile;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.OpenAI;

/// <summary>
/// The Uploads API: a file of many parts, several on their way at once, each sent again by itself after a fault. What the host has is told as it
/// grows, so that another run goes on with it. An upload that is not completed is dropped by the host within the hour; no file comes of it.
/// </summary>
internal sealed class PartsUpload(Wire wire, string title)
{
    /// <summary>Bytes of a part; hosts take up to 64 MiB.</summary>
    internal const int DefaultPartBytes = 48 * 1024 * 1024;

    private const int AtOnce = 4;

    /// <summary>Bytes of a part.</summary>
    public int PartBytes { get; init; } = DefaultPartBytes;

    /// <summary>Sends the file, or what an earlier run did not send.</summary>
    public async Task<HostedFile> RunAsync(UploadFile file, CancellationToken cancellation)
    {
        if (file.Begun is { PartBytes: > 0 and <= DefaultPartBytes } begun && HostId.IsPlain(begun.Id) && begun.Parts.Count == Count(file, begun.PartBytes))
        {
            try
            {
                return await SendAsync(begun, file, cancellation).ConfigureAwait(false);
            }
            catch (ReleaseError error) when (error.Status is 400 or 404 or 409 or 410)
            {
                // The host has dropped it: from the start.
            }
        }
        var upload = await PostAsync("start the upload", "uploads", Announcement(file), cancellation).ConfigureAwait(false);
        return await SendAsync(new LockedUpload(Id(upload, "upload"), PartBytes, new string[Count(file, PartBytes)]), file, cancellation).ConfigureAwait(false);
    }

    private static int Count(UploadFile file, long partBytes) => (int)((file.Bytes + partBytes - 1) / partBytes);

    private static JsonObject Announcement(UploadFile file) => new()
    {
        ["filename"] = file.Name,
        ["purpose"] = "fine-tune",
        ["bytes"] = file.Bytes,
        ["mime_type"] = "text/jsonl",
    };

    private async Task<HostedFile> SendAsync(LockedUpload upload, UploadFile file, CancellationToken cancellation)
    {
        var parts = upload.Parts.Select(part => part ?? "").ToArray();
        file.Note(upload with { Parts = [.. parts] });
        var md5 = await SendPartsAsync(upload, parts, file, cancellation).ConfigureAwait(false);
        var completion = new JsonObject { ["part_ids"] = new JsonArray([.. parts.Select(part => (JsonNode)part)]), ["md5"] = md5 };
        var completed = await PostAsync("complete the upload", $"uploads/{Uri.EscapeDataString(upload.Id)}/complete", completion, cancellation).ConfigureAwait(false);
        return completed.Object("file") is { } made
            ? JobReading.File(made)
            : throw new ReleaseError(ReleaseRules.AnswerNotUnderstood, $"{title} completed the upload and named no file");
    }

    private async Task<string> SendPartsAsync(LockedUpload upload, string[] parts, UploadFile file, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var turns = new SemaphoreSlim(AtOnce, AtOnce);
        var sending = new List<Task>();
        var md5 = "";
        try
        {
            md5 = await ReadPartsAsync(file, (int)upload.PartBytes, async (number, part) =>
            {
                if (parts[number].Length == 0)
                {
                    await turns.WaitAsync(stop.Token).ConfigureAwait(false);
                    sending.Add(SendPartAsync(upload, parts, file, number, part, turns, stop));
                }
            }, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // A part failed and stopped the others: its error is the one to tell, below.
        }
        var all = Task.WhenAll(sending);
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (all.Exception?.InnerExceptions.OfType<ReleaseError>().FirstOrDefault() is { } error)
        {
            throw error;
        }
        await all.ConfigureAwait(false);
        return md5;
    }

    private static async Task<string> ReadPartsAsync(UploadFile file, int partBytes, Func<int, ReadOnlyMemory<byte>, Task> send, CancellationToken cancellation)
    {
#pragma warning disable CA5351 // the API names MD5; it guards against damage on the way, not against people
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
#pragma warning restore CA5351
        var source = file.Open();
        await using (source.ConfigureAwait(false))
        {
            for (var number = 0; ; number++)
            {
                var bytes = new byte[partBytes];
                var read = await source.ReadAtLeastAsync(bytes, partBytes, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
                if (read == 0)
                {
                    return Convert.ToHexString(hash.GetHashAndReset()).ToLowerInvariant();
                }
                hash.AppendData(bytes, 0, read);
                await send(number, bytes.AsMemory(0, read)).ConfigureAwait(false);
            }
        }
    }

    private async Task SendPartAsync(
        LockedUpload upload, string[] parts, UploadFile file, int number, ReadOnlyMemory<byte> bytes, SemaphoreSlim turns, CancellationTokenSource stop)
    {
        try
        {
            var part = new UploadFile($"part-{number}", bytes.Length, () => Part(bytes));
            using var body = new MultipartBody(part, new Dictionary<string, string>(), "data");
            var call = new HttpCall("take a part of the file", "POST", $"uploads/{Uri.EscapeDataString(upload.Id)}/parts", ReleaseRules.UploadRefused)
            {
                Body = body,
                ContentType = body.ContentType,
                Repeatable = true,
                Timeout = TimeSpan.FromMinutes(10),
            };
            var id = Id(await wire.SendAsync(call, stop.Token).ConfigureAwait(false), "part");
            lock (parts)
            {
                parts[number] = id;
                file.Note(upload with { Parts = [.. parts] });
            }
        }
        catch (ReleaseError)
        {
            await stop.CancelAsync().ConfigureAwait(false);
            throw;
        }
        finally
        {
            turns.Release();
        }
    }

    private static MemoryStream Part(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment) ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false) : new MemoryStream(bytes.ToArray());

    private async Task<JsonElement> PostAsync(string what, string path, JsonObject content, CancellationToken cancellation)
    {
        using var body = JobBody.Content(content);
        return await wire.SendAsync(new HttpCall(what, "POST", path, ReleaseRules.UploadRefused) { Body = body, Repeatable = true }, cancellation).ConfigureAwait(false);
    }

    private string Id(JsonElement answer, string what) => answer.Text("id") is { } id
        ? HostId.Check(id, $"{what} ID")
        : throw new ReleaseError(ReleaseRules.AnswerNotUnderstood, $"{title} answered an {SafeText.Clean(what)} without an id");
}
