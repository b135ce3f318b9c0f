using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using FineTune.Core.Findings;
using FineTune.Providers.Hosting;
using FineTune.Providers.Releasing;

namespace FineTune.Providers.OpenAI;

/// <summary>
/// The Uploads API: a file of many parts, several on their way at once, each sent again by itself after a fault. An upload that is not completed is
/// dropped by the host within the hour; no file comes of it.
/// </summary>
internal sealed class PartsUpload(Wire wire, string title)
{
    /// <summary>Bytes of a part; hosts take up to 64 MiB.</summary>
    internal const int DefaultPartBytes = 48 * 1024 * 1024;

    private const int AtOnce = 4;

    /// <summary>Bytes of a part.</summary>
    public int PartBytes { get; init; } = DefaultPartBytes;

    /// <summary>Sends the file.</summary>
    public async Task<HostedFile> RunAsync(UploadFile file, CancellationToken cancellation)
    {
        var upload = await PostAsync("start the upload", "uploads", Announcement(file), cancellation).ConfigureAwait(false);
        var id = Id(upload, "upload");
        var (parts, md5) = await SendPartsAsync(id, file, cancellation).ConfigureAwait(false);
        var completion = new JsonObject { ["part_ids"] = new JsonArray(parts.Select(part => (JsonNode)part).ToArray()), ["md5"] = md5 };
        var completed = await PostAsync("complete the upload", $"uploads/{Uri.EscapeDataString(id)}/complete", completion, cancellation).ConfigureAwait(false);
        return completed.Object("file") is { } made
            ? JobReading.File(made)
            : throw new ReleaseError(ReleaseRules.AnswerNotUnderstood, $"{title} completed the upload and named no file");
    }

    private static JsonObject Announcement(UploadFile file) => new()
    {
        ["filename"] = file.Name,
        ["purpose"] = "fine-tune",
        ["bytes"] = file.Bytes,
        ["mime_type"] = "text/jsonl",
    };

    private async Task<(IReadOnlyList<string> Parts, string Md5)> SendPartsAsync(string uploadId, UploadFile file, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var turns = new SemaphoreSlim(AtOnce, AtOnce);
        var sending = new List<Task<string>>();
        var md5 = "";
        try
        {
            md5 = await ReadPartsAsync(file, async part =>
            {
                await turns.WaitAsync(stop.Token).ConfigureAwait(false);
                sending.Add(SendPartAsync(uploadId, sending.Count, part, turns, stop));
            }, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // A part failed and stopped the others: its error is the one to tell, below.
        }
        var all = Task.WhenAll(sending);
        await ((Task)all).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return all.Exception?.InnerExceptions.OfType<ReleaseError>().FirstOrDefault() is { } error
            ? throw error
            : (await all.ConfigureAwait(false), md5);
    }

    private async Task<string> ReadPartsAsync(UploadFile file, Func<ReadOnlyMemory<byte>, Task> send, CancellationToken cancellation)
    {
#pragma warning disable CA5351 // the API names MD5; it guards against damage on the way, not against people
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
#pragma warning restore CA5351
        var source = file.Open();
        await using (source.ConfigureAwait(false))
        {
            while (true)
            {
                var bytes = new byte[PartBytes];
                var read = await source.ReadAtLeastAsync(bytes, PartBytes, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
                if (read == 0)
                {
                    return Convert.ToHexString(hash.GetHashAndReset()).ToLowerInvariant();
                }
                hash.AppendData(bytes, 0, read);
                await send(bytes.AsMemory(0, read)).ConfigureAwait(false);
            }
        }
    }

    private async Task<string> SendPartAsync(string uploadId, int number, ReadOnlyMemory<byte> bytes, SemaphoreSlim turns, CancellationTokenSource stop)
    {
        try
        {
            var part = new UploadFile($"part-{number}", bytes.Length, () => Part(bytes));
            using var body = new MultipartBody(part, new Dictionary<string, string>(), "data");
            var call = new HttpCall("take a part of the file", "POST", $"uploads/{Uri.EscapeDataString(uploadId)}/parts", ReleaseRules.UploadRefused)
            {
                Body = body,
                ContentType = body.ContentType,
                Repeatable = true,
                Timeout = TimeSpan.FromMinutes(10),
            };
            return Id(await wire.SendAsync(call, stop.Token).ConfigureAwait(false), "part");
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
