using FineTune.Core.Catalog;
using FineTune.Core.Datasets;

namespace FineTune.Core.Linting.Rules.Sequence;

/// <summary>What a classifier is trained on: a question whose answer is its labels, at hosts that train such models.</summary>
internal static class LabelledRow
{
    public static bool Is(Example example, Profile profile) => profile.Labels && example.Find(0, "labels"u8) >= 0;
}
