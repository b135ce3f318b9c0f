using System.ClientModel;
using System.Text;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.OpenAI;

/// <summary>A multipart/form-data body that streams its file and can be sent again from the start.</summary>
internal sealed class MultipartBody : BinaryContent
{
    private const int BufferSize = 81920;
    private readonly UploadFile file;
    private readonly string boundary = "finetune-" + Guid.NewGuid().ToString("N");
    private readonly byte[] head;
    private readonly byte[] tail;

    /// <summary>A body of fields and one file.</summary>
    public MultipartBody(UploadFile file, IReadOnlyDictionary<string, string> fields, string fileField)
    {
        this.file = file;
        var head = new StringBuilder();
        foreach (var (name, value) in fields)
        {
            head.Append($"--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        }
        head.Append($"--{boundary}\r\nContent-Disposition: form-data; name=\"{fileField}\"; filename=\"{file.Name}\"\r\n");
        head.Append("Content-Type: application/octet-stream\r\n\r\n");
        this.head = Encoding.ASCII.GetBytes(head.ToString());
        tail = Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n");
    }

    /// <summary>Content type with the boundary.</summary>
    public string ContentType => $"multipart/form-data; boundary=\"{this.boundary}\"";

    public override bool TryComputeLength(out long length)
    {
        length = head.Length + file.Bytes + tail.Length;
        return true;
    }

    public override async Task WriteToAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        await stream.WriteAsync(head, cancellationToken).ConfigureAwait(false);
        var source = file.Open();
        await using (source.ConfigureAwait(false))
        {
            await source.CopyToAsync(stream, BufferSize, cancellationToken).ConfigureAwait(false);
        }
        await stream.WriteAsync(tail, cancellationToken).ConfigureAwait(false);
    }

    public override void WriteTo(Stream stream, CancellationToken cancellationToken = default)
    {
        stream.Write(head);
        using (var source = file.Open())
        {
            source.CopyTo(stream, BufferSize);
        }
        stream.Write(tail);
    }

    public override void Dispose()
    {
        // Streams are opened and closed for each try.
    }
}
