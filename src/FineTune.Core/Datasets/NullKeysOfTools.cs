using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Datasets;

/// <summary>Lets keys of declared tools, and of the schemas of their parameters, count as absent whose null stands for nothing.</summary>
internal static class NullKeysOfTools
{
    /// <summary>The keys of a list of tools, or of functions.</summary>
    public static void LeaveOut(Example example, int list)
    {
        foreach (var tool in NullKeys.ObjectsOf(example, list))
        {
            NullKeys.LeaveOut(example, tool, static name => name.SequenceEqual("type"u8) || name.SequenceEqual("function"u8) || name.SequenceEqual("name"u8));
            LeaveOutOfSchema(example, example.Find(tool, "parameters"u8));
            if (example.Find(tool, "function"u8) is >= 0 and var function && example.Node(function).Kind == JsonKind.Object)
            {
                NullKeys.LeaveOut(example, function, static name => name.SequenceEqual("name"u8));
                LeaveOutOfSchema(example, example.Find(function, "parameters"u8));
            }
        }
    }

    /// <summary>The keywords of a schema and of those inside of it; examples of values are not looked into, their null is a value.</summary>
    private static void LeaveOutOfSchema(Example example, int schema)
    {
        if (schema < 0 || example.Node(schema).Kind != JsonKind.Object)
        {
            return;
        }
        NullKeys.LeaveOut(example, schema, IsOfValues);
        foreach (var property in example.Tape.Properties(schema))
        {
            var name = example.Name(property.Name);
            if (IsOfSchemas(name) && example.Node(property.Value).Kind == JsonKind.Object)
            {
                NullKeys.LeaveOut(example, property.Value, static _ => false);
                foreach (var named in example.Tape.Properties(property.Value))
                {
                    LeaveOutOfSchema(example, named.Value);
                }
            }
            else if (!IsOfValues(name))
            {
                LeaveOutOfSchema(example, property.Value);
                foreach (var item in NullKeys.ObjectsOf(example, property.Value))
                {
                    LeaveOutOfSchema(example, item);
                }
            }
        }
    }

    /// <summary>Whether a keyword's value is any value, or a list of such.</summary>
    private static bool IsOfValues(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("default"u8) || name.SequenceEqual("const"u8) || name.SequenceEqual("example"u8) || name.SequenceEqual("examples"u8);

    /// <summary>Whether a keyword's value is an object of schemas, whose keys are names.</summary>
    private static bool IsOfSchemas(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("properties"u8) || name.SequenceEqual("patternProperties"u8) || name.SequenceEqual("$defs"u8)
        || name.SequenceEqual("definitions"u8) || name.SequenceEqual("dependentSchemas"u8);
}
