using System.Reflection;
using System.Reflection.Emit;
using System.Text.RegularExpressions;

namespace InstallSim.Tests.Architecture;

/// <summary>A folder uses another.</summary>
/// <param name="From">Namespace of the user.</param>
/// <param name="To">Namespace of what it uses.</param>
/// <param name="Example">Where, to look at.</param>
internal sealed record Arrow(string From, string To, string Example);

/// <summary>
/// What uses what, read from the compiled code (types of members and of all that bodies name) and from the usings, so that neither a type
/// of the folder above, which needs no using, nor a constant, which compiling wipes out, goes unseen. Catalogs point at what stands in
/// the rooms beside them and are no arrows.
/// </summary>
internal static class Arrows
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<ushort, OpCode> Codes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => (ushort)code.Value);

    /// <summary>All arrows between namespaces of the two libraries, each once.</summary>
    public static IReadOnlyList<Arrow> All { get; } =
        [.. OfCode().Concat(OfUsings()).Where(a => a.From != a.To).DistinctBy(a => (a.From, a.To))
            .OrderBy(a => a.From, StringComparer.Ordinal)];

    private static IEnumerable<Arrow> OfCode() =>
        from assembly in new[] { Projects.Choice, Projects.Simulation }
        from type in assembly.GetTypes()
        let user = Outermost(type)
        where IsOurs(user) && !user.Name.EndsWith("Catalog", StringComparison.Ordinal)
        from used in UsedBy(type).SelectMany(Parts).Select(Outermost)
        where IsOurs(used)
        select new Arrow(user.Namespace!, used.Namespace!, $"{user.Name} uses {used.Name}");

    private static IEnumerable<Arrow> OfUsings() =>
        from file in SourceFile.CSharp("src/InstallSim", "src/InstallSim.Choice")
        where !file.Path.EndsWith("Catalog.cs", StringComparison.Ordinal)
        let own = Regex.Match(file.Code, @"^namespace ([\w.]+);", RegexOptions.Multiline).Groups[1].Value
        from Match used in Regex.Matches(file.Code, @"^using (?:static )?(InstallSim[\w.]*);", RegexOptions.Multiline)
        select new Arrow(own, used.Groups[1].Value, file.Path);

    private static bool IsOurs(Type type) => type.Namespace?.StartsWith("InstallSim", StringComparison.Ordinal) ?? false;

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    /// <summary>A type with those that it is made of: elements of arrays, arguments of generics.</summary>
    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericParameter ? []
        : type.GetGenericArguments().SelectMany(Parts).Prepend(type);

    private static IEnumerable<Type> UsedBy(Type type) =>
    [
        .. type.BaseType is { } parent ? [parent] : Type.EmptyTypes,
        .. type.GetInterfaces(),
        .. type.GetFields(Own).Select(field => field.FieldType),
        .. type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own)).SelectMany(UsedBy),
    ];

    private static IEnumerable<Type> UsedBy(MethodBase method)
    {
        IEnumerable<Type> signature = method.GetParameters().Select(p => p.ParameterType);
        signature = method is MethodInfo { ReturnType: var result } ? signature.Append(result) : signature;
        return method.GetMethodBody() is not { } body
            ? signature
            : signature.Concat(body.LocalVariables.Select(local => local.LocalType))
                .Concat(Named(method, body.GetILAsByteArray()!).SelectMany(Types));
    }

    private static IEnumerable<Type> Types(MemberInfo member) => member switch
    {
        Type type => [type],
        FieldInfo field => [field.DeclaringType!, field.FieldType],
        MethodInfo method => [method.DeclaringType!, method.ReturnType, .. method.GetGenericArguments()],
        _ => [member.DeclaringType!],
    };

    /// <summary>The members whose tokens stand in a body.</summary>
    private static IEnumerable<MemberInfo> Named(MethodBase method, byte[] il)
    {
        Type[] ofType = method.DeclaringType!.GetGenericArguments();
        Type[] ofMethod = method is MethodInfo { IsGenericMethod: true } ? method.GetGenericArguments() : [];
        for (int at = 0; at < il.Length;)
        {
            OpCode code = il[at] == 0xFE ? Codes[(ushort)(0xFE00 | il[at + 1])] : Codes[il[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineType or OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineTok)
            {
                yield return method.Module.ResolveMember(BitConverter.ToInt32(il, at), ofType, ofMethod)!;
            }

            at += SizeOf(code.OperandType, il, at);
        }
    }

    private static int SizeOf(OperandType operand, byte[] il, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
        _ => 4,
    };
}
