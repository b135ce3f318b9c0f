namespace FineTune.Core.Datasets.Json;

/// <summary>A property of an object: the nodes of its name and of its value.</summary>
internal readonly record struct JsonProperty(int Name)
{
    public int Value => Name + 1;
}
