using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Counting;

/// <summary>What a content part says of its image: an object with an address and a detail, or the address alone.</summary>
internal static class ImageReference
{
    /// <summary>Pixels; null where they are not known, since nothing is fetched.</summary>
    public static (int Width, int Height)? SizeOf(Example example, int image, Scratch scratch)
    {
        var url = example.Node(image).IsText ? image : example.Find(image, "url"u8);
        return url >= 0 && example.Node(url).IsText ? ImageSize.Of(example.Text(url, scratch)) : null;
    }

    /// <summary>Whether it asks for low detail.</summary>
    public static bool IsLowDetail(Example example, int image) =>
        example.Find(image, "detail"u8) is >= 0 and var detail && example.Is(detail, "low"u8);
}
