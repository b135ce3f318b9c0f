using YamlDotNet.RepresentationModel;

namespace FineTune.Tool.Tests.Ci;

/// <summary>A YAML document as mappings, lists and strings.</summary>
internal static class Yaml
{
    public static YamlMappingNode Read(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    public static YamlNode? Find(this YamlNode? node, params string[] path)
    {
        foreach (var name in path)
        {
            node = node is YamlMappingNode mapping && mapping.Children.TryGetValue(name, out var child) ? child : null;
        }
        return node;
    }

    public static string? Text(this YamlNode? node, params string[] path) => (node.Find(path) as YamlScalarNode)?.Value;

    public static IEnumerable<KeyValuePair<string, YamlNode>> Members(this YamlNode? node, params string[] path) =>
        node.Find(path) is YamlMappingNode mapping ? mapping.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, pair.Value)) : [];

    public static IEnumerable<YamlNode> Items(this YamlNode? node, params string[] path) => node.Find(path) is YamlSequenceNode list ? list.Children : [];

    /// <summary>Every node below this one, and this one.</summary>
    public static IEnumerable<YamlNode> All(this YamlNode node) => node.AllNodes;
}
