using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Messages;

/// <summary>FT2035: a part that is no image that the host takes.</summary>
internal sealed class ImagePartInvalid() : ExampleRule("FT2035", "image-part-invalid", Severity.Error, "An image part is not one that the host takes")
{
    public static ImagePartInvalid Rule { get; } = new();

    public override void Check(Example example, Inspection inspection)
    {
        foreach (ref readonly var message in example.Messages)
        {
            if (message.Content < 0 || example.Node(message.Content).Kind != JsonKind.Array || !ContentType.MayHaveParts(example, message, inspection))
            {
                continue;
            }
            foreach (var part in example.Tape.Items(message.Content))
            {
                CheckPart(example, message, part, inspection);
            }
        }
    }

    private void CheckPart(Example example, in Message message, int part, Inspection inspection)
    {
        var type = example.Find(part, "type"u8);
        // What stands under "value" is FT2012's.
        if (type < 0 || ValuePart.ValueOf(example, part) >= 0 || example.Is(type, "text"u8) || example.Is(type, "refusal"u8))
        {
            return;
        }
        var images = inspection.Scope.Profile.Images;
        if (images.OtherParts.Contains(example.Show(type)))
        {
            return;
        }
        if (example.Is(type, "image"u8) && ContentType.IsOfQwen(example, part))
        {
            inspection.Report(this, example, type, "the part has an image's address under \"image\", as Qwen has it; here an image is {\"type\": \"image_url\", \"image_url\": {\"url\": …}}");
        }
        else if (!example.Is(type, "image_url"u8))
        {
            var mayBeImage = images.Offered && message.RoleNode >= 0 && images.Roles.Contains(example.Show(message.RoleNode));
            var other = mayBeImage ? " or \"image_url\"" : message.Role == MessageRole.Assistant ? " or \"refusal\"" : "";
            inspection.Report(this, example, type, $"the part's type is {SafeText.Quote(example.Show(type))}; it must be \"text\"{other}");
        }
        else if (!images.Offered)
        {
            inspection.Report(this, example, type, $"{inspection.Scope.Profile.Title} takes no images in training data");
        }
        else if (images.NotFor.Contains(inspection.Scope.Method))
        {
            inspection.Report(this, example, type, $"{inspection.Scope.Profile.Title} takes no images in {inspection.Scope.Method.Name()} data");
        }
        else if (message.Role != MessageRole.Unknown && !images.Roles.Contains(example.Show(message.RoleNode)))
        {
            inspection.Report(this, example, type, $"an image stands in a message of {SafeText.Quote(example.Show(message.RoleNode))}; only {InWords.Or(images.Roles)} messages may have images");
        }
        else
        {
            CheckImage(example, part, inspection);
        }
    }

    private void CheckImage(Example example, int part, Inspection inspection)
    {
        var image = example.Find(part, "image_url"u8);
        var url = image < 0 ? -1 : inspection.Scope.Profile.Images.BareAddresses && example.Node(image).IsText ? image : example.Find(image, "url"u8);
        if (url < 0 || !example.Node(url).IsText)
        {
            var at = url >= 0 ? url : image >= 0 ? image : part;
            inspection.Report(this, example, at, image >= 0 && example.Node(image).IsText
                ? "\"image_url\" is a string; it must be an object with \"url\""
                : "the image part has no \"image_url\" with a \"url\"");
            return;
        }
        if (ImageAddress.FaultOf(example.Text(url, inspection.Scratch), inspection.Scope.Profile) is { } fault)
        {
            inspection.Report(this, example, url, fault);
        }
        var detail = example.Find(image, "detail"u8);
        if (detail >= 0 && !(example.Is(detail, "low"u8) || example.Is(detail, "high"u8) || example.Is(detail, "auto"u8)))
        {
            inspection.Report(this, example, detail, $"detail is {SafeText.Quote(example.Show(detail))}; it must be low, high or auto");
        }
    }
}
