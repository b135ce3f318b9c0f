using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Limits;

/// <summary>FT3006: more, or larger, images in an example than the host takes.</summary>
internal sealed class TooManyImages() : ExampleRule("FT3006", "too-many-images", Severity.Error, "More or larger images than the host takes")
{
    public static TooManyImages Rule { get; } = new();

    public override bool AppliesTo(DatasetScope scope) => scope.Profile.Images is { Offered: true } images && (images.MaxPerExample is not null || images.MaxBytes is not null);

    public override void Check(Example example, Inspection inspection)
    {
        var (images, count) = (inspection.Scope.Profile.Images, 0);
        foreach (ref readonly var message in example.Messages)
        {
            if (message.Content < 0 || example.Node(message.Content).Kind != JsonKind.Array)
            {
                continue;
            }
            foreach (var part in example.Tape.Items(message.Content))
            {
                var image = example.Find(part, "image_url"u8);
                if (image < 0)
                {
                    continue;
                }
                if (++count == images.MaxPerExample + 1)
                {
                    inspection.Report(this, example, part, $"this is image {count} of the example; {inspection.Scope.Profile.Title} takes no more than {images.MaxPerExample}");
                }
                CheckSize(example, image, images.MaxBytes, inspection);
            }
        }
    }

    private void CheckSize(Example example, int image, long? most, Inspection inspection)
    {
        var url = example.Find(image, "url"u8);
        if (url >= 0 && example.Node(url).IsText && example.Node(url).Length > most && ImageAddress.BytesOf(example.RawText(url)) is var bytes && bytes > most)
        {
            inspection.Report(this, example, url, $"the image has {bytes:N0} bytes; {inspection.Scope.Profile.Title} takes no more than {most:N0}");
        }
    }
}
