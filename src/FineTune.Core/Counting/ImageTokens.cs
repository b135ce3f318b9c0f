namespace FineTune.Core.Counting;

/// <summary>Tokens of an image. Source: OpenAI's vision guide for the GPT-4o and GPT-4.1 models; smaller models differ, so it is an estimate.</summary>
internal static class ImageTokens
{
    /// <summary>Tokens of every image, and all of one in low detail.</summary>
    public const int Base = 85;

    private const int PerTile = 170;
    private const int TileSide = 512;
    private const int LongestSide = 2048;
    private const int ShortestSide = 768;

    // A square of 1024: four tiles.
    private const int UnknownTiles = 4;

    /// <summary>The most that an image can have.</summary>
    public static int Most(bool lowDetail) => Of(LongestSide, ShortestSide, lowDetail);

    /// <summary>Tokens of an image whose size is not known.</summary>
    public static int OfUnknown(bool lowDetail) => lowDetail ? Base : Base + (UnknownTiles * PerTile);

    /// <summary>Tokens of an image: it is shrunk into 2048 × 2048, then until its shorter side is 768, and cut into tiles of 512.</summary>
    /// <param name="width">Pixels, at least 1.</param>
    /// <param name="height">Pixels, at least 1.</param>
    /// <param name="lowDetail">Whether the part says <c>"detail":"low"</c>.</param>
    public static int Of(int width, int height, bool lowDetail)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (lowDetail)
        {
            return Base;
        }

        var (wide, high) = Shrink(width, height, Math.Max(width, height), LongestSide);
        (wide, high) = Shrink(wide, high, Math.Min(wide, high), ShortestSide);
        return Base + (PerTile * Tiles(wide) * Tiles(high));
    }

    private static (double Width, double Height) Shrink(double width, double height, double side, int limit) =>
        side > limit ? (width * limit / side, height * limit / side) : (width, height);

    private static int Tiles(double side) => Math.Max(1, (int)Math.Ceiling(Math.Round(side, 6) / TileSide));
}
