using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Tools;

namespace FineTune.Core.Linting.Rules.Messages;

/// <summary>FT2035 for Converse and Gemini: an image, a video or a document that is not one that the host takes.</summary>
internal sealed class BlockMediaInvalid() : ExampleRule(ImagePartInvalid.Rule)
{
    public override bool AppliesTo(ExampleFormat format) => format.HasBlocks();

    public override void Check(Example example, Inspection inspection)
    {
        var (images, videos) = (0, 0);
        foreach (ref readonly var message in example.Messages)
        {
            // What an answer of Converse may not have at all is FT2012's.
            if (message.Content < 0 || example.Node(message.Content).Kind != JsonKind.Array || (message.Role == MessageRole.Assistant && !example.Format.IsGemini()))
            {
                continue;
            }
            foreach (var block in example.Tape.Items(message.Content))
            {
                if (example.Format.IsGemini())
                {
                    CheckPart(example, block, inspection);
                }
                else if (example.Node(block).Kind == JsonKind.Object)
                {
                    CheckBlock(example, block, ref images, ref videos, inspection);
                }
            }
        }
    }

    private void CheckBlock(Example example, int block, ref int images, ref int videos, Inspection inspection)
    {
        foreach (var property in example.Tape.Properties(block))
        {
            CheckProperty(example, property, ref images, ref videos, inspection);
        }
    }

    private void CheckProperty(Example example, JsonProperty block, ref int images, ref int videos, Inspection inspection)
    {
        var support = inspection.Scope.Profile.Images;
        switch (example.Show(block.Name))
        {
            case "image":
                images++;
                CheckMedium(example, block, [.. support.MediaTypes.Select(type => type[(type.IndexOf('/', StringComparison.Ordinal) + 1)..])], inspection);
                break;
            case "video":
                videos++;
                CheckMedium(example, block, support.VideoTypes, inspection);
                break;
            case "document":
                CheckMedium(example, block, support.DocumentTypes, inspection);
                return;
            default:
                return;
        }
        if (videos > 0 && (images > 0 || videos > 1))
        {
            inspection.Report(this, example, block.Name, images > 0 ? "the example has images and a video; it may have the one or the other" : "the example has a second video; it may have one");
            (images, videos) = (0, 0);
        }
    }

    /// <summary>A medium of Converse: its format, and its address.</summary>
    private void CheckMedium(Example example, JsonProperty block, IReadOnlyList<string> formats, Inspection inspection)
    {
        var (format, source) = (example.Find(block.Value, "format"u8), example.Find(block.Value, "source"u8));
        if (format < 0 || source < 0)
        {
            var missing = format < 0 ? "format" : "source";
            inspection.Report(this, example, block.Value, $"the {example.Show(block.Name)} has no \"{missing}\"; it must be {{\"format\": …, \"source\": {{\"s3Location\": {{\"uri\": …}}}}}}");
            return;
        }
        if (formats.Count > 0 && !formats.Contains(example.Show(format), StringComparer.OrdinalIgnoreCase))
        {
            var hint = example.Is(format, "jpg"u8) ? " (did you mean \"jpeg\"?)" : "";
            inspection.Report(this, example, format, $"the format is {SafeText.Quote(example.Show(format))}; {inspection.Scope.Profile.Title} takes {InWords.Or(formats)}{hint}");
        }
        var uri = example.Find(source, "s3Location"u8) is >= 0 and var location ? example.Find(location, "uri"u8) : -1;
        CheckAddress(example, uri, source, "\"s3Location\" with a \"uri\"", inspection);
    }

    /// <summary>A part of Gemini: a file at an address, or its bytes.</summary>
    private void CheckPart(Example example, int part, Inspection inspection)
    {
        var file = BlockCalls.Either(example, part, "fileData"u8, "file_data"u8);
        var data = BlockCalls.Either(example, part, "inlineData"u8, "inline_data"u8);
        if (Math.Max(file, data) is >= 0 and var found && inspection.Scope.Profile.Images.NotFor.Contains(inspection.Scope.Method))
        {
            inspection.Report(this, example, found - 1, $"{inspection.Scope.Profile.Title} takes no files in {inspection.Scope.Method.Name()} data");
        }
        else if (Math.Max(file, data) is >= 0 and var medium && BlockCalls.Either(example, medium, "mimeType"u8, "mime_type"u8) < 0)
        {
            inspection.Report(this, example, medium, "the file has no \"mimeType\", such as \"image/png\"");
        }
        else if (file >= 0)
        {
            CheckAddress(example, BlockCalls.Either(example, file, "fileUri"u8, "file_uri"u8), file, "\"fileUri\"", inspection);
        }
        else if (data >= 0 && !(example.Find(data, "data"u8) is >= 0 and var bytes && example.Node(bytes).IsText))
        {
            inspection.Report(this, example, data, "the inline file has no \"data\", its bytes in base64");
        }
    }

    private void CheckAddress(Example example, int uri, int holder, string name, Inspection inspection)
    {
        var buckets = inspection.Scope.Profile.Images.Buckets;
        if (uri < 0 || !example.Node(uri).IsText)
        {
            inspection.Report(this, example, uri < 0 ? holder : uri, $"the file has no {name}, which must be a string");
        }
        else if (buckets.Count > 0 && !buckets.Any(bucket => example.Show(uri).StartsWith(bucket, StringComparison.Ordinal)))
        {
            inspection.Report(this, example, uri, $"the address is {SafeText.Quote(Short(example.Show(uri)))}; it must begin with {InWords.Or(buckets)}");
        }
    }

    private static string Short(string address) => address.Length <= 40 ? address : address[..40] + "…";
}
