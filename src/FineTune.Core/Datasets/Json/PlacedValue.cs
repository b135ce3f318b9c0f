using System.Text;
using FineTune.Core.Datasets.Lines;
using FineTune.Core.Findings;

namespace FineTune.Core.Datasets.Json;

/// <summary>A value of a file, or a member's name, with the place it is written at.</summary>
internal readonly record struct PlacedValue(JsonFile File, int Index)
{
    public JsonKind Kind => File.Tape[Index].Kind;

    public StringTraits Traits => File.Tape[Index].Traits;

    /// <summary>Offset of its first byte.</summary>
    public int Start => File.Tape[Index].Start;

    /// <summary>Offset after its last byte.</summary>
    public int End => File.Tape[Index].End;

    public TextRange Range => LineColumns.RangeIn(File.Text, Start, End);

    /// <summary>Its bytes as they are written.</summary>
    public ReadOnlySpan<byte> Raw => File.Text[Start..End];

    /// <summary>A string's text, anything else as it is written.</summary>
    public string Text => Encoding.UTF8.GetString(
        Kind != JsonKind.String ? Raw : Traits.HasFlag(StringTraits.Escaped) ? new Scratch().Decode(Raw[1..^1]) : Raw[1..^1]);

    /// <summary>What it is, in a message.</summary>
    public string Description => Kind switch
    {
        JsonKind.Object => "an object",
        JsonKind.Array => "a list",
        JsonKind.String => "a string",
        JsonKind.Number => "a number",
        JsonKind.Null => "null",
        _ => "true or false",
    };

    /// <summary>An object's members, in order.</summary>
    public IEnumerable<(PlacedValue Name, PlacedValue Value)> Members
    {
        get
        {
            if (Kind == JsonKind.Object)
            {
                foreach (var property in File.Tape.Properties(Index))
                {
                    yield return (this with { Index = property.Name }, this with { Index = property.Value });
                }
            }
        }
    }

    /// <summary>A list's items.</summary>
    public IEnumerable<PlacedValue> Items
    {
        get
        {
            if (Kind == JsonKind.Array)
            {
                foreach (var item in File.Tape.Items(Index))
                {
                    yield return this with { Index = item };
                }
            }
        }
    }

    /// <summary>A member's value; the last where it is there twice, null where it is not there.</summary>
    public PlacedValue? Find(ReadOnlySpan<byte> name) => File.Tape.Find(File.Text, Index, name) is >= 0 and var found ? this with { Index = found } : null;
}
