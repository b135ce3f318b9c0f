using System.Runtime.Intrinsics;
using static FineTune.Core.Linting.NearDuplicates.NearDuplicateSettings;

namespace FineTune.Core.Linting.NearDuplicates;

/// <summary>Signatures of sets: alike sets have equal bands with a probability that grows steeply with their Jaccard similarity (Broder 1997; Leskovec, Rajaraman and Ullman, chapter 3).</summary>
internal static class MinHash
{
    private const int Vectors = Bands * Rows / 4;

    /// <summary>Odd factors and summands, the same in every run.</summary>
    private static readonly (Vector128<uint>[] Factors, Vector128<uint>[] Summands) Functions = MakeFunctions();

    /// <summary>One number for each band.</summary>
    public static uint[] SignatureOf(HashSet<ulong> hashes)
    {
        Span<Vector128<uint>> least = stackalloc Vector128<uint>[Vectors];
        least.Fill(Vector128<uint>.AllBitsSet);
        var (factors, summands) = Functions;
        foreach (var hash in hashes)
        {
            var value = Vector128.Create((uint)(hash ^ (hash >> 32)));
            for (var i = 0; i < Vectors; i++)
            {
                least[i] = Vector128.Min(least[i], value * factors[i] + summands[i]);
            }
        }
        var signature = new uint[Bands];
        for (var band = 0; band < Bands; band++)
        {
            var combined = (ulong)band + 1;
            for (var row = band * Rows; row < (band + 1) * Rows; row++)
            {
                combined = Datasets.ContentHash.Combine(combined, least[row / 4].GetElement(row % 4));
            }
            signature[band] = (uint)combined;
        }
        return signature;
    }

    private static (Vector128<uint>[] Factors, Vector128<uint>[] Summands) MakeFunctions()
    {
        var state = 0x9E3779B97F4A7C15UL;
        uint next()
        {
            // SplitMix64: a fixed sequence, whatever the platform.
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (uint)(mixed >> 32);
        }
        Vector128<uint> four(uint bit) => Vector128.Create(next() | bit, next() | bit, next() | bit, next() | bit);
        return ([.. Enumerable.Range(0, Vectors).Select(_ => four(1))], [.. Enumerable.Range(0, Vectors).Select(_ => four(0))]);
    }
}
