using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Facts;

namespace FineTune.Core.Linting.Rules.Privacy;

/// <summary>One worker's look for personal data, example after example.</summary>
internal sealed class PersonalDataStudy
{
    private readonly List<PersonalDataPlace> places = [];

    private readonly List<FoundPersonalData> found = [];

    private readonly List<PersonalValue> values = [];

    /// <summary>What an example holds: how many of each kind, and the values by their hashes, each once; null for none.</summary>
    public (PersonalData Counts, PersonalValue[]? Values) Of(Example example)
    {
        var counts = new PersonalData();
        values.Clear();
        PersonalDataPlaces.Find(example, places);
        foreach (var place in places)
        {
            found.Clear();
            var raw = example.Raw(place.Node);
            PersonalDataScan.Find(raw, found);
            foreach (var value in found)
            {
                counts.Add(value.Kind);
                Remember(example, raw.Slice(value.Start, value.Length), value.Kind, !place.IsAnswer);
            }
        }
        return (counts, values.Count == 0 ? null : [.. values]);
    }

    private void Remember(Example example, ReadOnlySpan<byte> value, PersonalDataKind kind, bool isOfUser)
    {
        var hash = PersonalDataScan.HashOf(value);
        var known = values.FindIndex(other => other.Hash == hash);
        if (known >= 0)
        {
            values[known] = values[known] with { IsOfUser = isOfUser || values[known].IsOfUser };
        }
        else if (!IsInstructed(example, value))
        {
            values.Add(new PersonalValue(hash, kind, isOfUser));
        }
    }

    /// <summary>Whether the system prompt gives the value: it is the firm's own then.</summary>
    private static bool IsInstructed(Example example, ReadOnlySpan<byte> value)
    {
        foreach (ref readonly var message in example.Conversation)
        {
            if (message.IsInstruction && example.Raw(message.Node).IndexOf(value) >= 0)
            {
                return true;
            }
        }
        return false;
    }
}
