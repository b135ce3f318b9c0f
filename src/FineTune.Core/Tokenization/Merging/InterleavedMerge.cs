using System.Runtime.CompilerServices;
using FineTune.Core.Tokenization.Memory;

namespace FineTune.Core.Tokenization.Merging;

/// <summary>
/// Byte-pair merging of many pieces up to 31 bytes in turn: while what two tokens of one merge to is on its way from memory, the others
/// go on. The pair of lowest rank first, the leftmost of equals.
/// </summary>
internal sealed unsafe class InterleavedMerge
{
    /// <summary>Longest piece, in bytes.</summary>
    public const int MaxLength = 31;

    private const int InFlight = 12;

    private readonly Vocabulary vocabulary;
    private readonly PinnedMemory memory = new(InFlight * sizeof(MergeState));

    /// <param name="vocabulary">The merges.</param>
    public InterleavedMerge(Vocabulary vocabulary) => this.vocabulary = vocabulary;

    /// <summary>Merges pieces and writes how many tokens are left of each.</summary>
    /// <param name="pieces">The pieces.</param>
    /// <param name="count">How many there are.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(UnknownPiece* pieces, int count)
    {
        var states = (MergeState*)memory.Pointer;
        var running = stackalloc nint[InFlight];
        var (next, active) = (0, 0);
        for (; active < InFlight && next < count; active++, next++)
        {
            states[active].Start(vocabulary, pieces + next);
            running[active] = (nint)(states + active);
        }

        while (active > 0)
        {
            for (var place = active - 1; place >= 0; place--)
            {
                var state = (MergeState*)running[place];
                if (state->Step(vocabulary))
                {
                    continue;
                }

                if (next < count)
                {
                    state->Start(vocabulary, pieces + next++);
                }
                else
                {
                    running[place] = running[--active];
                }
            }
        }
    }
}
