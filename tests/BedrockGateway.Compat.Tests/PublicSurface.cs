using System.Reflection;

namespace BedrockGateway.Compat.Tests;

/// <summary>The public API of an assembly as lines of text, so that it can be compared with a committed list.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(double)] = "double",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(void)] = "void",
    };

    public static IEnumerable<string> Lines(Assembly assembly) =>
        assembly.GetExportedTypes()
            .SelectMany(type => type.GetMembers(Declared).Select(Member).OfType<string>().Prepend(Header(type)))
            .Order(StringComparer.Ordinal);

    private static string Header(Type type)
    {
        var interfaces = type.GetInterfaces().Select(Name).Order(StringComparer.Ordinal);
        return type.IsInterface
            ? $"{type.FullName} interface : {string.Join(", ", interfaces)}"
            : $"{type.FullName} class : {Name(type.BaseType!)}";
    }

    private static string? Member(MemberInfo member)
    {
        var signature = member switch
        {
            ConstructorInfo constructor => $"{constructor.DeclaringType!.Name}({Parameters(constructor)})",
            FieldInfo field => $"{(field.IsStatic ? "static " : "")}{Name(field.FieldType)} {field.Name}",
            PropertyInfo property => Property(property),
            MethodInfo { IsSpecialName: true, Name: not "op_Implicit" } => null,
            // A nested type has lines of its own.
            Type => null,
            MethodInfo method => $"{Modifier(method)}{Name(method.ReturnType)} {method.Name}({Parameters(method)})",
            _ => throw new NotSupportedException($"No form for {member.MemberType} {member.Name}."),
        };
        return signature is null ? null : $"{member.DeclaringType!.FullName} . {signature}";
    }

    private static string Property(PropertyInfo property)
    {
        var accessors = (property.GetMethod, property.SetMethod) switch
        {
            ({ IsPublic: true }, { IsPublic: true }) => "get; set;",
            ({ IsPublic: true }, _) => "get;",
            _ => "set;",
        };
        return $"{Modifier(property.GetAccessors()[0])}{Name(property.PropertyType)} {property.Name} {{ {accessors} }}";
    }

    private static string Modifier(MethodInfo method) => method switch
    {
        { DeclaringType.IsInterface: true } => "",
        { IsStatic: true } => "static ",
        { IsVirtual: true, IsFinal: false } when method.GetBaseDefinition() == method => "virtual ",
        { IsVirtual: true, IsFinal: false } => "override ",
        _ => "",
    };

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter =>
            $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? " = default" : "")}"));

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return $"{Name(underlying)}?";
        }

        return type.IsGenericType
            ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : Keywords.GetValueOrDefault(type, type.Name);
    }
}
