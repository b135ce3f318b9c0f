using Mono.Cecil;

namespace FineTune.Tests;

/// <summary>Which types of an assembly use which others of it, as its metadata has it: constants and names in strings leave no trace there.</summary>
internal static class TypeUses
{
    /// <summary>Every use of a top type by another, each once.</summary>
    public static IReadOnlyList<(TypeReference User, TypeReference Used)> In(string assembly)
    {
        using var read = AssemblyDefinition.ReadAssembly(assembly);
        return
        [
            .. from type in read.MainModule.Types
               where type.Namespace.Length > 0
               from used in Of(type).OfType<TypeDefinition>().Where(used => used != type && used.Namespace.Length > 0).Distinct()
               select ((TypeReference)type, (TypeReference)used),
        ];
    }

    private static IEnumerable<TypeReference> Of(TypeDefinition type) =>
    [
        .. Parts(type.BaseType),
        .. type.Interfaces.SelectMany(one => Parts(one.InterfaceType)),
        .. type.CustomAttributes.SelectMany(one => Parts(one.AttributeType)),
        .. type.GenericParameters.SelectMany(Constraints),
        .. type.Fields.SelectMany(one => Parts(one.FieldType)),
        .. type.Methods.SelectMany(OfMethod),
        .. type.NestedTypes.SelectMany(Of),
    ];

    private static IEnumerable<TypeReference> OfMethod(MethodDefinition method)
    {
        IEnumerable<TypeReference> head = [.. Signature(method), .. method.GenericParameters.SelectMany(Constraints)];
        return method.HasBody
            ? [
                .. head,
                .. method.Body.Variables.SelectMany(one => Parts(one.VariableType)),
                .. method.Body.ExceptionHandlers.SelectMany(one => Parts(one.CatchType)),
                .. method.Body.Instructions.SelectMany(one => OfOperand(one.Operand)),
            ]
            : head;
    }

    private static IEnumerable<TypeReference> OfOperand(object? operand) => operand switch
    {
        MethodReference method => Signature(method),
        FieldReference field => [.. Parts(field.DeclaringType), .. Parts(field.FieldType)],
        TypeReference type => Parts(type),
        _ => [],
    };

    private static IEnumerable<TypeReference> Signature(MethodReference method) =>
    [
        .. Parts(method.DeclaringType),
        .. Parts(method.ReturnType),
        .. method.Parameters.SelectMany(one => Parts(one.ParameterType)),
        .. method is GenericInstanceMethod generic ? generic.GenericArguments.SelectMany(Parts) : [],
    ];

    private static IEnumerable<TypeReference> Constraints(GenericParameter parameter) => parameter.Constraints.SelectMany(one => Parts(one.ConstraintType));

    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => [.. Parts(generic.ElementType), .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification made => Parts(made.ElementType),
        _ => [Top(type)],
    };

    private static TypeReference Top(TypeReference type) => type.DeclaringType is { } outer ? Top(outer) : type;
}
