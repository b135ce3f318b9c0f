using System.Buffers;

namespace FineTune.Core.Linting.Rules.Secrets;

/// <summary>How a kind of key looks.</summary>
/// <param name="Name">What it is, with its article.</param>
/// <param name="Mark">The bytes that it starts with.</param>
/// <param name="Alphabet">The bytes that follow.</param>
/// <param name="Shortest">How many at least.</param>
/// <param name="Longest">How many at most; a longer run is something else.</param>
/// <param name="Entropy">Bits a byte that the run must have at least.</param>
/// <param name="HasChecksum">Whether the last six characters are the CRC-32 of the others.</param>
internal sealed record SecretFormat(string Name, byte[] Mark, SearchValues<byte> Alphabet, int Shortest, int Longest, double Entropy, bool HasChecksum);
